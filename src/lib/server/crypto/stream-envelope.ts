import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { keyOfVersion, newestKey } from '#lib/server/crypto/data-key.ts';
import { decrypt, encrypt, nonceBytes, tagBytes } from '#lib/server/crypto/gcm.ts';
import type { Keyring } from '#lib/server/crypto/keyring.ts';
import { SealProblem } from '#lib/server/crypto/seal-problem.ts';

const magic = Buffer.from('MDS1');
const ownKeyBytes = 32;
const headBytes = magic.length + 4 + nonceBytes + ownKeyBytes + tagBytes;
const chunkBytes = 1024 * 1024;
const sealedChunkBytes = nonceBytes + chunkBytes + tagBytes;

/**
 * Encrypts a file of any size into another, a chunk at a time: `MDS1`, key version (uint32, big endian), the file's
 * own key wrapped by the data key, then chunks of 1 MiB (nonce, content, tag). Number and end are authenticated with
 * each chunk, so that none can be left out, moved or cut off (the STREAM construction of Hoang and others, 2015).
 * The target is on the disk when this resolves; it must not exist yet.
 */
export async function sealStream(
	keyring: Keyring,
	source: string,
	target: string,
	aad: string,
): Promise<void> {
	const ownKey = randomBytes(ownKeyBytes);
	await between(source, target, async (from, to) => {
		await to.write(head(keyring, ownKey, aad));
		const key = createSecretKey(ownKey);
		for await (const { bytes, nth, isLast } of chunks(from, 0, chunkBytes)) {
			const { nonce, ciphertext, tag } = encrypt(key, bytes, chunkAad(aad, nth, isLast));
			await to.write(Buffer.concat([nonce, ciphertext, tag]));
		}
	});
}

/** Opens what `sealStream` made for the same `aad`, into a file that must not exist yet. Throws SealProblem otherwise. */
export async function openStream(
	keyring: Keyring,
	source: string,
	target: string,
	aad: string,
): Promise<void> {
	await between(source, target, async (from, to) => {
		const key = await ownKeyOf(keyring, from, aad);
		for await (const { bytes, nth, isLast } of chunks(from, headBytes, sealedChunkBytes)) {
			await to.write(openedChunk(key, bytes, chunkAad(aad, nth, isLast)));
		}
	});
}

async function between(
	source: string,
	target: string,
	copy: (from: FileHandle, to: FileHandle) => Promise<void>,
) {
	const from = await open(source, 'r');
	try {
		const to = await open(target, 'wx', 0o600);
		try {
			await copy(from, to);
			await to.sync();
		} catch (problem) {
			await unlink(target);
			throw problem;
		} finally {
			await to.close();
		}
	} finally {
		await from.close();
	}
}

interface Chunk {
	readonly bytes: Buffer;
	readonly nth: number;
	readonly isLast: boolean;
}

/** An empty file has one empty chunk, which is its last. */
async function* chunks(from: FileHandle, start: number, size: number): AsyncIterable<Chunk> {
	const { size: end } = await from.stat();
	let at = start;
	for (let nth = 0; nth === 0 || at < end; nth += 1) {
		const bytes = Buffer.alloc(Math.max(0, Math.min(size, end - at)));
		await readWhole(from, bytes, at);
		at += bytes.length;
		yield { bytes, nth, isLast: at >= end };
	}
}

async function readWhole(from: FileHandle, bytes: Buffer, position: number) {
	for (let done = 0; done < bytes.length;) {
		const { bytesRead } = await from.read(bytes, done, bytes.length - done, position + done);
		if (bytesRead === 0) throw new SealProblem('changed-or-moved');
		done += bytesRead;
	}
}

function head(keyring: Keyring, ownKey: Buffer, aad: string): Buffer {
	const version = Buffer.alloc(4);
	version.writeUInt32BE(keyring.newestVersion);
	const wrapped = encrypt(newestKey(keyring), ownKey, keyAad(keyring.newestVersion, aad));
	return Buffer.concat([magic, version, wrapped.nonce, wrapped.ciphertext, wrapped.tag]);
}

async function ownKeyOf(keyring: Keyring, from: FileHandle, aad: string): Promise<KeyObject> {
	const bytes = Buffer.alloc(headBytes);
	const { bytesRead } = await from.read(bytes, 0, headBytes, 0);
	if (bytesRead < headBytes || bytes.indexOf(magic) !== 0) throw new SealProblem('not-sealed');
	const version = bytes.readUInt32BE(magic.length);
	const wrapped = bytes.subarray(magic.length + 4);
	return createSecretKey(
		openedChunk(keyOfVersion(keyring, version), wrapped, keyAad(version, aad)),
	);
}

function openedChunk(key: KeyObject, bytes: Buffer, aad: string): Buffer {
	const nonce = bytes.subarray(0, nonceBytes);
	const ciphertext = bytes.subarray(nonceBytes, bytes.length - tagBytes);
	const tag = bytes.subarray(Math.max(nonceBytes, bytes.length - tagBytes));
	const plaintext = decrypt(key, { nonce, ciphertext, tag }, aad);
	if (plaintext === null) throw new SealProblem('changed-or-moved');
	return plaintext;
}

const keyAad = (version: number, aad: string) => `stream-key.${version}|${aad}`;
const chunkAad = (aad: string, nth: number, isLast: boolean) =>
	`stream|${aad}|${nth}|${isLast ? 'last' : 'more'}`;
