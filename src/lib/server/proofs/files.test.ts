import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import {
	mkdirSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SealProblem } from '#lib/server/crypto/envelope.ts';
import * as keyring from '#lib/server/crypto/keyring.ts';
import { newId } from '#lib/server/id.ts';
import { encryptedFiles } from '#lib/server/proofs/encrypted-files.ts';
import { diskFiles, sweepOrphans } from '#lib/server/proofs/files.ts';

const hourMs = 3_600_000;
const nowMs = Date.UTC(2026, 10, 22, 12);

let root: string;
let folder: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'files-'));
	folder = join(root, 'tenant', 'proofs');
});

afterEach(() => rmSync(root, { recursive: true }));

test('a file comes back as it was put, for the owner alone, until it is removed', async () => {
	const files = diskFiles(folder);
	const id = newId();
	expect(await files.get(id)).toBeNull();
	expect(await files.list()).toEqual([]);
	await files.remove(id);
	await files.put(id, Buffer.from('first'));
	await files.put(id, Buffer.from('second'));
	expect((await files.get(id))?.toString()).toBe('second');
	expect(statSync(join(folder, id)).mode & 0o777).toBe(0o600);
	expect(statSync(folder).mode & 0o777).toBe(0o700);
	expect(readdirSync(folder)).toEqual([id]);
	expect(await files.list()).toEqual([{ id, changedAt: statSync(join(folder, id)).mtimeMs }]);
	await files.remove(id);
	expect(await files.get(id)).toBeNull();
});

test.each(['', '.', '..', '../keys/keys.jsonl', '/etc/passwd', 'a'.repeat(21), 'a'.repeat(23)])(
	'%o is refused before the disk is touched',
	async (id) => {
		const files = diskFiles(folder);
		await expect(files.put(id, Buffer.from('x'))).rejects.toThrow(TypeError);
		await expect(files.get(id)).rejects.toThrow(TypeError);
		await expect(files.remove(id)).rejects.toThrow(TypeError);
		expect(existsSync(folder)).toBe(false);
	},
);

test('a put that fails leaves nothing under the final name and nothing unfinished', async () => {
	const files = diskFiles(folder);
	const id = newId();
	await files.put(newId(), Buffer.from('other'));
	mkdirSync(join(folder, id));
	await expect(files.put(id, Buffer.from('x'))).rejects.toThrow();
	expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('what a broken-off upload left is swept once it is old enough; the rest is left alone', async () => {
	const files = diskFiles(folder);
	const [known, orphan, underWay, lost] = [newId(), newId(), newId(), newId()];
	for (const id of [known, orphan, underWay]) await files.put(id, Buffer.from(id));
	const unfinished = (id: string) => `.${id}.0123456789ab.tmp`;
	for (const name of [unfinished(orphan), unfinished(underWay), 'README']) {
		writeFileSync(join(folder, name), 'part');
	}
	age(25 * hourMs, known, orphan, unfinished(orphan), 'README');
	age(23 * hourMs, underWay, unfinished(underWay));

	const swept = await sweepOrphans(folder, new Set([known, lost]), 24 * hourMs, nowMs);
	expect(swept).toEqual({ removed: 2, missing: [lost] });
	const left = [known, underWay, unfinished(underWay), 'README'];
	expect(readdirSync(folder).sort()).toEqual(left.sort());
	expect(await sweepOrphans(join(folder, 'none'), new Set(), 0, nowMs)).toEqual({
		removed: 0,
		missing: [],
	});
});

test('an encrypted store keeps nothing readable, and a file opens only as itself', async () => {
	const keys = await keyring.create(join(folder, 'keys'));
	const disk = diskFiles(folder);
	const files = encryptedFiles(disk, keys, 'heerenveen');
	const [one, two] = [newId(), newId()];
	await files.put(one, Buffer.from('a photo of a person'));
	expect((await files.get(one))?.toString()).toBe('a photo of a person');
	expect(readFileSync(join(folder, one)).includes('photo')).toBe(false);
	expect(await files.get(two)).toBeNull();
	expect((await files.list()).map(({ id }) => id)).toEqual([one]);

	await disk.put(two, readFileSync(join(folder, one)));
	await expect(files.get(two)).rejects.toThrow(SealProblem);
	await expect(encryptedFiles(disk, keys, 'ferm-werk').get(one)).rejects.toThrow(SealProblem);
	await disk.put(two, Buffer.from('never sealed'));
	await expect(files.get(two)).rejects.toThrow(SealProblem);
	await files.remove(one);
	expect(await files.get(one)).toBeNull();
});

test('a process killed while it puts loses no acknowledged file and leaves no torn one', async () => {
	const outcome = await killRounds(12, 'files.put(id, whole(bytes))');
	expect(outcome.acknowledged).toBeGreaterThan(12);
	expect(outcome).toMatchObject({ lost: 0, torn: 0 });
}, 60_000);

test('that test notices a store that writes under the final name at once', async () => {
	const careless = 'fs.promises.writeFile(`${folder}/${id}`, whole(bytes))';
	const outcome = await killRounds(12, careless);
	expect(outcome.torn).toBeGreaterThan(0);
}, 60_000);

/** Each file begins with the SHA-256 of the rest, so that it shows by itself whether it is whole. */
async function killRounds(rounds: number, put: string) {
	const script = `import fs from 'node:fs'; import { createHash, randomBytes } from 'node:crypto';
		import { diskFiles } from '${moduleUrl('proofs/files.ts')}'; import { newId } from '${moduleUrl('id.ts')}';
		const folder = process.argv[1]; const files = diskFiles(folder); fs.mkdirSync(folder, { recursive: true });
		const whole = (bytes) => Buffer.concat([createHash('sha256').update(bytes).digest(), bytes]);
		const samples = [randomBytes(3e6), randomBytes(5e4), randomBytes(8e6)];
		for (let n = 0; ; n += 1) { const id = newId(); const bytes = samples[n % 3]; await ${put}; fs.writeSync(1, id + '\\n'); }`;
	const acknowledged = new Set<string>();
	for (let round = 0; round < rounds; round += 1) {
		const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder]);
		for (const id of await idsUntilKilled(child)) acknowledged.add(id);
	}
	const kept = await diskFiles(folder).list();
	const torn = kept.filter(({ id }) => !isWhole(readFileSync(join(folder, id)))).length;
	const present = new Set(kept.map(({ id }) => id));
	const lost = [...acknowledged].filter((id) => !present.has(id)).length;
	return { acknowledged: acknowledged.size, lost, torn };
}

async function idsUntilKilled(child: ChildProcess): Promise<string[]> {
	let output = '';
	let errors = '';
	child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
	child.stdout?.on('data', (chunk: Buffer) => {
		if (output === '') setTimeout(() => child.kill('SIGKILL'), randomInt(5, 200));
		output += chunk.toString();
	});
	const signal = await new Promise((ended) => child.on('close', (_, by) => ended(by)));
	if (signal !== 'SIGKILL') throw new Error(errors);
	return output.split('\n').slice(0, -1);
}

function isWhole(file: Buffer): boolean {
	return createHash('sha256').update(file.subarray(32)).digest().equals(file.subarray(0, 32));
}

function moduleUrl(path: string): string {
	return pathToFileURL(join(process.cwd(), 'src/lib/server', path)).href;
}

function age(ms: number, ...names: string[]): void {
	const changed = (nowMs - ms) / 1000;
	for (const name of names) utimesSync(join(folder, name), changed, changed);
}
