import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as keyring from './keyring.ts';
import { openStream, sealStream } from './stream-envelope.ts';

const chunk = 1024 * 1024;
const sealedChunk = chunk + 28;
const head = 68;

let folder: string;
let keys: keyring.Keyring;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'stream-'));
	keys = await keyring.create(join(folder, 'keys'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string) => join(folder, name);

async function sealed(content: Buffer): Promise<Buffer> {
	await writeFile(at('plain'), content);
	await sealStream(keys, at('plain'), at('sealed'), 'here');
	return readFile(at('sealed'));
}

async function opens(bytes: Uint8Array, aad = 'here') {
	await writeFile(at('changed'), bytes);
	await openStream(keys, at('changed'), at('open'), aad);
	return readFile(at('open'));
}

it.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk])(
	'gives %i bytes back as they were',
	async (size) => {
		const content = randomBytes(size);
		expect((await opens(await sealed(content))).equals(content)).toBe(true);
	},
);

it('opens only for the place it was made for', async () => {
	await expect(opens(await sealed(randomBytes(10)), 'there')).rejects.toThrow('changed-or-moved');
});

it('sees a chunk that was cut off, also where the cut leaves whole chunks', async () => {
	await sealed(randomBytes(3 * chunk));
	await truncate(at('sealed'), head + 2 * sealedChunk);
	await expect(opens(await readFile(at('sealed')))).rejects.toThrow('changed-or-moved');
	await expect(opens((await readFile(at('sealed'))).subarray(0, head))).rejects.toThrow(
		'changed-or-moved',
	);
});

it('sees chunks that changed places', async () => {
	const bytes = await sealed(randomBytes(3 * chunk));
	const nth = (n: number) => bytes.subarray(head + n * sealedChunk, head + (n + 1) * sealedChunk);
	const swapped = Buffer.concat([bytes.subarray(0, head), nth(1), nth(0), nth(2)]);
	await expect(opens(swapped)).rejects.toThrow('changed-or-moved');
});

it.each(['', 'MDS1', 'something else that is long enough to be a head of a sealed file, surely'])(
	'refuses what it never made: "%s"',
	async (text) => {
		await expect(opens(Buffer.from(text))).rejects.toThrow('not-sealed');
	},
);
