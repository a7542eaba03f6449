import {
	chmodSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as keyring from '#lib/server/crypto/keyring.ts';

let root: string;
let folder: string;
let file: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'keyring-'));
	folder = join(root, 'keys');
	file = join(folder, 'keys.jsonl');
});

afterEach(() => rmSync(root, { recursive: true }));

test('the first keys are made for the owner alone, and opened again', async () => {
	const made = await keyring.create(folder);
	expect(statSync(file).mode & 0o777).toBe(0o600);
	expect(statSync(folder).mode & 0o777).toBe(0o700);
	expect(readdirSync(folder)).toEqual(['keys.jsonl']);
	const opened = keyring.open(folder);
	expect(opened.newestVersion).toBe(1);
	expect(opened.blindIndexKey.equals(made.blindIndexKey)).toBe(true);
	expect(opened.cookieKey.equals(made.cookieKey)).toBe(true);
	expect(opened.blindIndexKey.equals(opened.cookieKey)).toBe(false);
});

test('keys that are there are never replaced by new ones, also when two processes race', async () => {
	const outcomes = await Promise.allSettled([keyring.create(folder), keyring.create(folder)]);
	expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	const before = readFileSync(file, 'utf8');
	await expect(keyring.create(folder)).rejects.toThrow(keyring.KeyProblem);
	expect(readFileSync(file, 'utf8')).toBe(before);
	expect(readdirSync(folder)).toEqual(['keys.jsonl']);
});

test('a new data key is added beside the old ones', async () => {
	const first = await keyring.create(folder);
	const second = await keyring.addDataKey(folder);
	expect([...second.dataKeys.keys()]).toEqual([1, 2]);
	expect(second.newestVersion).toBe(2);
	expect(second.dataKeys.get(1)?.equals(first.dataKeys.get(1) ?? second.cookieKey)).toBe(true);
	expect(second.blindIndexKey.equals(first.blindIndexKey)).toBe(true);
	expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a missing folder or file stops with one sentence', () => {
	expect(() => keyring.open(folder)).toThrow(
		/^The key file .*keys\.jsonl cannot be read \(ENOENT\); make the first with: npm run portal -- keys create\.$/,
	);
});

test.each([0o640, 0o604, 0o620, 0o601])('a key file with mode %o is refused', async (mode) => {
	await keyring.create(folder);
	chmodSync(file, mode);
	expect(() => keyring.open(folder)).toThrow(/is open to others: run "chmod 600 .*"\.$/);
});

test.each<[string, (lines: string[]) => string[], RegExp]>([
	['no lines', () => [], /Line 1 .* is not a key/],
	['no JSON', ([, ...rest]) => ['not json', ...rest], /Line 1 .* is not a key/],
	['another use', (lines) => lines.map((line) => line.replace('cookie', 'biscuit')), /Line 3 /],
	['no data key', ([, ...rest]) => rest, /has no data key/],
	['no blind index key', ([a = '', , c = '']) => [a, c], /exactly one blind-index key/],
	['no cookie key', ([a = '', b = '']) => [a, b], /exactly one cookie key/],
	['a key twice', (lines) => [...lines, lines[0] ?? ''], /Line 4 .* repeats data key 1/],
	['a key reused', ([a = '', b = '', c = '']) => [a, b, c, a.replace(':1,', ':2,')], /content/],
	['31 bytes', (lines) => withKey(lines, Buffer.alloc(31, 7)), /Line 1 .* not 32 bytes/],
	['33 bytes', (lines) => withKey(lines, Buffer.alloc(33, 7)), /Line 1 .* not 32 bytes/],
])('a key file with %s is refused without showing its content', async (_, change, sentence) => {
	await keyring.create(folder);
	const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
	writeFileSync(file, change(lines).join('\n'));
	const problem = problemOf(() => keyring.open(folder));
	expect(problem).toBeInstanceOf(keyring.KeyProblem);
	expect(problem.message).toMatch(sentence);
	for (const line of lines) expect(problem.message).not.toContain(keyIn(line));
});

test('a keyring that ends up in a log shows no key', async () => {
	const shown = inspect(await keyring.create(folder), { depth: 9, showHidden: true });
	for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
		expect(shown).not.toContain(keyIn(line));
		expect(shown).not.toContain(Buffer.from(keyIn(line), 'base64url').toString('hex'));
	}
});

function withKey([, ...rest]: string[], key: Buffer): string[] {
	return [JSON.stringify({ use: 'data', version: 1, key: key.toString('base64url') }), ...rest];
}

function keyIn(line: string): string {
	return /"key":"([\w-]{43})"/.exec(line)?.[1] ?? expect.fail('a line without a key');
}

function problemOf(task: () => unknown): Error {
	try {
		task();
	} catch (problem) {
		if (problem instanceof Error) return problem;
	}
	return expect.fail('nothing was thrown');
}
