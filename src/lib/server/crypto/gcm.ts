import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

export const nonceBytes = 12;
export const tagBytes = 16;

export type Encrypted = Readonly<{ nonce: Uint8Array; ciphertext: Uint8Array; tag: Uint8Array }>;

/** AES-256-GCM with a fresh random 96-bit nonce (NIST SP 800-38D, 8.2.2). */
export function encrypt(key: KeyObject, plaintext: Uint8Array, aad: string): Encrypted {
	const nonce = randomBytes(nonceBytes);
	const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
	cipher.setAAD(Buffer.from(aad));
	const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
	return { nonce, ciphertext, tag: cipher.getAuthTag() };
}

/** The plaintext, or null when key, AAD or any bit differs from what was encrypted. */
export function decrypt(key: KeyObject, sealed: Encrypted, aad: string): Buffer | null {
	if (sealed.nonce.length !== nonceBytes || sealed.tag.length !== tagBytes) return null;
	const decipher = createDecipheriv('aes-256-gcm', key, sealed.nonce, { authTagLength: tagBytes });
	decipher.setAAD(Buffer.from(aad));
	decipher.setAuthTag(sealed.tag);
	try {
		return Buffer.concat([decipher.update(sealed.ciphertext), decipher.final()]);
	} catch {
		return null;
	}
}
