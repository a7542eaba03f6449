import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { keyOfVersion, newestKey } from '#lib/server/crypto/data-key.ts';
import { decrypt, encrypt, type Encrypted, nonceBytes, tagBytes } from '#lib/server/crypto/gcm.ts';
import type { Keyring } from '#lib/server/crypto/keyring.ts';
import { SealProblem } from '#lib/server/crypto/seal-problem.ts';

const magic = Buffer.from('MDF1');
const ownKeyBytes = 32;
const versionEnd = magic.length + 4;
const headBytes = versionEnd + nonceBytes + ownKeyBytes + tagBytes;

/**
 * Encrypts a file with a key of its own, which the data key wraps: `MDF1`, key version (uint32, big endian), wrapped
 * key (nonce, 32 bytes, tag), then nonce, content, tag. Own keys, because rotating then rewraps 60 bytes without
 * ever seeing the photo, and because the data key works on 32 bytes a file, never on megabytes.
 */
export function sealFile(keyring: Keyring, content: Uint8Array, aad: string): Buffer {
	const ownKey = randomBytes(ownKeyBytes);
	const sealed = encrypt(createSecretKey(ownKey), content, `file|${aad}`);
	return Buffer.concat([wrap(keyring, ownKey, aad), joined(sealed)]);
}

/** Opens what `sealFile` made for the same `aad`. Throws SealProblem otherwise. */
export function openFile(keyring: Keyring, sealed: Uint8Array, aad: string): Buffer {
	const ownKey = createSecretKey(unwrap(keyring, sealed, aad));
	return opened(ownKey, sealed.subarray(headBytes), `file|${aad}`);
}

/** The same file under the newest data key; its content is neither decrypted nor changed. */
export function rewrapFile(keyring: Keyring, sealed: Uint8Array, aad: string): Buffer {
	const ownKey = unwrap(keyring, sealed, aad);
	return Buffer.concat([wrap(keyring, ownKey, aad), sealed.subarray(headBytes)]);
}

/** The version of the data key that wraps a file's own key. */
export function fileKeyVersionOf(sealed: Uint8Array): number {
	const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
	const isOurs = bytes.length >= headBytes + nonceBytes + tagBytes && bytes.indexOf(magic) === 0;
	if (!isOurs) throw new SealProblem('not-sealed');
	return bytes.readUInt32BE(magic.length);
}

function wrap(keyring: Keyring, ownKey: Buffer, aad: string): Buffer {
	const version = Buffer.alloc(4);
	version.writeUInt32BE(keyring.newestVersion);
	const wrapped = encrypt(newestKey(keyring), ownKey, wrapAad(keyring.newestVersion, aad));
	return Buffer.concat([magic, version, joined(wrapped)]);
}

function unwrap(keyring: Keyring, sealed: Uint8Array, aad: string): Buffer {
	const version = fileKeyVersionOf(sealed);
	const wrapped = sealed.subarray(versionEnd, headBytes);
	return opened(keyOfVersion(keyring, version), wrapped, wrapAad(version, aad));
}

/** Unlike any AAD of envelope.ts, so that a wrapped key never passes for a value of a column. */
function wrapAad(version: number, aad: string): string {
	return `file-key.${version}|${aad}`;
}

function joined({ nonce, ciphertext, tag }: Encrypted): Buffer {
	return Buffer.concat([nonce, ciphertext, tag]);
}

function opened(key: KeyObject, bytes: Uint8Array, aad: string): Buffer {
	const nonce = bytes.subarray(0, nonceBytes);
	const ciphertext = bytes.subarray(nonceBytes, bytes.length - tagBytes);
	const tag = bytes.subarray(bytes.length - tagBytes);
	const plaintext = decrypt(key, { nonce, ciphertext, tag }, aad);
	if (plaintext === null) throw new SealProblem('changed-or-moved');
	return plaintext;
}
