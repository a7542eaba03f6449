import { type Bytes, fourBytes, fromBase64Url, joined, numberAt } from './bytes.ts';

/**
 * Seals a parcel to the server: the phone that made it cannot read it back. It is HPKE in base mode (RFC 9180) with
 * DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM, the sender's half alone: the browser does the cryptography, and
 * the library that opens it on the server would double the size of the worker. Sealed it is `MP1`, the version of the
 * server's key (four bytes, the highest first), the encapsulated key and the ciphertext. The server keeps opening every
 * version of this.
 */
export interface SealKey {
	readonly version: number;
	/** A raw point of P-256, 65 bytes, base64url. */
	readonly publicKey: string;
}

/** What a sealed parcel is bound to: under another id or for another owner it does not open. */
export interface Bound {
	readonly id: string;
	readonly owner: string;
}

/** What both halves know besides the key (RFC 9180, section 5.1). */
export const sealInfo = utf8('meedoen parcel 1');

const mark = utf8('MP1');
const keyStart = mark.length + 4;
/** Where the ciphertext begins, and before it the encapsulated key, in bytes. */
export const sealParts = { key: keyStart, body: keyStart + 65 } as const;

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const keyBytes = 32;
const nonceBytes = 12;
const nothing = new Uint8Array();
/** The numbers of the algorithms (RFC 9180, section 7). */
const kem = joined(utf8('KEM'), twoBytes(0x0010));
const suite = joined(utf8('HPKE'), twoBytes(0x0010), twoBytes(0x0001), twoBytes(0x0002));

/** Seals packed bytes. Rejects where the key is none. */
export async function seal(packed: Uint8Array, bound: Bound, key: SealKey): Promise<Bytes> {
	const recipient = fromBase64Url(key.publicKey);
	const { enc, secret } = await encapsulated(recipient);
	const { aead, nonce } = await scheduled(secret);
	const how = { name: 'AES-GCM', iv: nonce, additionalData: boundTo(bound) };
	const body = await crypto.subtle.encrypt(how, aead, new Uint8Array(packed));
	return joined(mark, fourBytes(key.version), enc, new Uint8Array(body));
}

/** Which version of the server's key opens these bytes; null where they are not sealed as above. */
export function sealVersion(sealed: Uint8Array): number | null {
	if (sealed.length <= sealParts.body || !mark.every((byte, at) => sealed[at] === byte))
		return null;
	return numberAt(sealed, mark.length);
}

/** What a sealed parcel is bound to, as bytes. */
export function boundTo({ id, owner }: Bound): Bytes {
	return utf8(`${id}|${owner}`);
}

/** A secret for this one parcel that only who has the private key can find again (section 4.1). */
async function encapsulated(recipient: Bytes): Promise<{ enc: Bytes; secret: Bytes }> {
	const [ours, theirs] = await Promise.all([
		crypto.subtle.generateKey(curve, false, ['deriveBits']),
		crypto.subtle.importKey('raw', recipient, curve, false, []),
	]);
	const enc = new Uint8Array(await crypto.subtle.exportKey('raw', ours.publicKey));
	const how = { name: 'ECDH', public: theirs };
	const shared = new Uint8Array(await crypto.subtle.deriveBits(how, ours.privateKey, 256));
	const extracted = await extract(kem, nothing, 'eae_prk', shared);
	const secret = await expand(kem, extracted, 'shared_secret', joined(enc, recipient), keyBytes);
	return { enc, secret };
}

/** The key and the nonce that follow from the secret (section 5.1); no second message comes under them. */
async function scheduled(secret: Bytes): Promise<{ aead: CryptoKey; nonce: Bytes }> {
	const context = joined(
		Uint8Array.of(0),
		await extract(suite, nothing, 'psk_id_hash', nothing),
		await extract(suite, nothing, 'info_hash', sealInfo),
	);
	const extracted = await extract(suite, secret, 'secret', nothing);
	const key = await expand(suite, extracted, 'key', context, keyBytes);
	const nonce = await expand(suite, extracted, 'base_nonce', context, nonceBytes);
	const aead = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
	return { aead, nonce };
}

/** LabeledExtract of section 4. */
function extract(id: Bytes, salt: Bytes, label: string, secret: Bytes): Promise<Bytes> {
	return hmac(salt, joined(utf8('HPKE-v1'), id, utf8(label), secret));
}

/** LabeledExpand of section 4, for one block: at most 32 bytes. */
async function expand(
	id: Bytes,
	extracted: Bytes,
	label: string,
	context: Bytes,
	length: number,
): Promise<Bytes> {
	const labelled = joined(twoBytes(length), utf8('HPKE-v1'), id, utf8(label), context);
	return (await hmac(extracted, joined(labelled, Uint8Array.of(1)))).slice(0, length);
}

/** HMAC fills a key up with zeros, and browsers take no empty one. */
async function hmac(key: Bytes, message: Bytes): Promise<Bytes> {
	const how = { name: 'HMAC', hash: 'SHA-256' };
	const filled = key.length > 0 ? key : new Uint8Array(keyBytes);
	const known = await crypto.subtle.importKey('raw', filled, how, false, ['sign']);
	return new Uint8Array(await crypto.subtle.sign('HMAC', known, message));
}

function twoBytes(value: number): Bytes {
	return fourBytes(value).slice(2);
}

function utf8(text: string): Bytes {
	return new TextEncoder().encode(text);
}
