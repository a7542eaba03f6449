import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { type Bytes, toBase64Url } from './bytes.ts';
import { type Bound, boundTo, sealInfo, sealParts, sealVersion } from './seal.ts';

/** The other half of `seal.ts`, for the server alone: opening, and the pair of keys. */
const suite = new CipherSuite({
	kem: new DhkemP256HkdfSha256(),
	kdf: new HkdfSha256(),
	aead: new Aes256Gcm(),
});

/** Opens sealed bytes with the private key of their version; null where that cannot be, whatever the reason. */
export async function unseal(
	sealed: Uint8Array,
	bound: Bound,
	privateKey: CryptoKey,
): Promise<Bytes | null> {
	if (sealVersion(sealed) === null) return null;
	try {
		const recipient = await suite.createRecipientContext({
			recipientKey: privateKey,
			enc: bufferOf(sealed.subarray(sealParts.key, sealParts.body)),
			info: sealInfo.buffer,
		});
		const body = bufferOf(sealed.subarray(sealParts.body));
		return new Uint8Array(await recipient.open(body, boundTo(bound).buffer));
	} catch {
		return null;
	}
}

/** The pair of keys that follows from 32 or more secret bytes, always the same. */
export async function sealKeyPair(
	secret: Uint8Array,
): Promise<{ readonly privateKey: CryptoKey; readonly publicKey: string }> {
	const { privateKey, publicKey } = await suite.kem.deriveKeyPair(bufferOf(secret));
	const point = new Uint8Array(await suite.kem.serializePublicKey(publicKey));
	return { privateKey, publicKey: toBase64Url(point) };
}

/** A copy in memory of its own: a view may be a part of something larger. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
	return new Uint8Array(bytes).buffer;
}
