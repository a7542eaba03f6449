import { keyOfVersion, newestKey } from '#lib/server/crypto/data-key.ts';
import { decrypt, encrypt } from '#lib/server/crypto/gcm.ts';
import type { Keyring } from '#lib/server/crypto/keyring.ts';
import { SealProblem } from '#lib/server/crypto/seal-problem.ts';

export { SealProblem };

/** Where a value stands. It is bound to that place: moved to another row, column or tenant it does not open. */
export type Place = Readonly<{ tenant: string; table: string; column: string; row: string }>;

/** The associated data of a place: `tenant|table|column|row`. Throws TypeError on a part that could pass for two. */
export function aadOf({ tenant, table, column, row }: Place): string {
	const parts = [tenant, table, column, row];
	if (parts.some((part) => part === '' || part.includes('|'))) {
		throw new TypeError('Each part of a place must have text, and no "|"');
	}
	return parts.join('|');
}

/**
 * Encrypts the value of a column: `v1.<key version>.<nonce>.<ciphertext>.<tag>`, the last three in base64url.
 * The data key encrypts it directly: a wrapped key of its own would make a BSN four times as long, and with random
 * nonces one key is good for 2^32 values (NIST SP 800-38D, 8.3). Files do carry their own: file-envelope.ts.
 */
export function seal(keyring: Keyring, plaintext: string | Uint8Array, aad: string): string {
	const head = headOf(keyring.newestVersion);
	const sealed = encrypt(newestKey(keyring), Buffer.from(plaintext), `${head}|${aad}`);
	const parts = [sealed.nonce, sealed.ciphertext, sealed.tag];
	return [head, ...parts.map((part) => Buffer.from(part).toString('base64url'))].join('.');
}

/** Opens what `seal` made for the same `aad`, also under an older key version. Throws SealProblem otherwise. */
export function open(keyring: Keyring, sealed: string, aad: string): Buffer {
	const { keyVersion, nonce, ciphertext, tag } = parse(sealed);
	const key = keyOfVersion(keyring, keyVersion);
	const plaintext = decrypt(key, { nonce, ciphertext, tag }, `${headOf(keyVersion)}|${aad}`);
	if (plaintext === null) throw new SealProblem('changed-or-moved');
	return plaintext;
}

/** `open` for a value that was sealed as text. */
export function openText(keyring: Keyring, sealed: string, aad: string): string {
	return open(keyring, sealed, aad).toString('utf8');
}

/** The version of the data key that sealed a value, so that rotating finds what is still under an older one. */
export function keyVersionOf(sealed: string): number {
	return parse(sealed).keyVersion;
}

/** Authenticated together with the place, so that format and key version cannot be changed either. */
function headOf(keyVersion: number): string {
	return `v1.${keyVersion}`;
}

function parse(sealed: string) {
	const [, version, nonce, ciphertext, tag] =
		/^v1\.([1-9]\d{0,5})\.([\w-]+)\.([\w-]*)\.([\w-]+)$/.exec(sealed) ?? [];
	return {
		keyVersion: Number(version ?? notSealed()),
		nonce: bytesOf(nonce),
		ciphertext: bytesOf(ciphertext),
		tag: bytesOf(tag),
	};
}

/** Refuses a second spelling of the same bytes: base64url leaves bits of its last character unused. */
function bytesOf(text: string | undefined): Buffer {
	if (text === undefined) return notSealed();
	const bytes = Buffer.from(text, 'base64url');
	return bytes.toString('base64url') === text ? bytes : notSealed();
}

function notSealed(): never {
	throw new SealProblem('not-sealed');
}
