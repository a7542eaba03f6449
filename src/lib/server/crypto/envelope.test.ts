import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as envelope from '#lib/server/crypto/envelope.ts';
import * as fileEnvelope from '#lib/server/crypto/file-envelope.ts';
import * as keyring from '#lib/server/crypto/keyring.ts';

const here = envelope.aadOf({ tenant: 'heerenveen', table: 'people', column: 'bsn', row: 'a' });
const nextRow = envelope.aadOf({ tenant: 'heerenveen', table: 'people', column: 'bsn', row: 'b' });
const text = 'Het gesprek ging goed — العربية';

let root: string;
let folder: string;
let keys: keyring.Keyring;

beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), 'envelope-'));
	folder = join(root, 'keys');
	keys = await keyring.create(folder);
});

afterAll(() => rmSync(root, { recursive: true }));

test('a value comes back as it was, and does not stand readably in what is stored', () => {
	const sealed = envelope.seal(keys, text, here);
	expect(sealed).toMatch(/^v1\.1\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/);
	expect(Buffer.from(sealed.split('.')[3] ?? '', 'base64url').includes('gesprek')).toBe(false);
	expect(envelope.openText(keys, sealed, here)).toBe(text);
	expect(envelope.openText(keys, envelope.seal(keys, '', here), here)).toBe('');
	const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
	expect(envelope.open(keys, envelope.seal(keys, bytes, here), here)).toEqual(Buffer.from(bytes));
});

test('the same value seals differently each time: 10,000 nonces, none twice', () => {
	const nonces = new Set<string>();
	for (let count = 0; count < 10_000; count += 1) {
		nonces.add(envelope.seal(keys, '999990019', here).split('.')[2] ?? '');
	}
	expect(nonces.size).toBe(10_000);
});

test('every character of a sealed value matters, also the bits that base64url leaves unused', () => {
	const sealed = envelope.seal(keys, text, here);
	let tried = 0;
	for (let at = 0; at < sealed.length; at += 1) {
		for (let bit = 0; bit < 7; bit += 1) {
			const changed = String.fromCharCode(sealed.charCodeAt(at) ^ (1 << bit));
			const other = sealed.slice(0, at) + changed + sealed.slice(at + 1);
			expect(() => envelope.open(keys, other, here)).toThrow(envelope.SealProblem);
			tried += 1;
		}
	}
	expect(tried).toBeGreaterThan(500);
});

test('a value laid in another row, column, table or tenant does not open', () => {
	const place = { tenant: 'heerenveen', table: 'people', column: 'bsn', row: 'a' };
	const sealed = envelope.seal(keys, text, envelope.aadOf(place));
	for (const part of ['tenant', 'table', 'column', 'row'] as const) {
		const elsewhere = envelope.aadOf({ ...place, [part]: 'other' });
		expect(reasonOf(() => envelope.open(keys, sealed, elsewhere))).toBe('changed-or-moved');
	}
});

test('parts of two values do not make a third', () => {
	const one = envelope.seal(keys, 'one', here).split('.');
	const two = envelope.seal(keys, 'two', here).split('.');
	for (const at of [2, 3, 4]) {
		const mixed = one.map((part, index) => (index === at ? two[index] : part)).join('.');
		expect(reasonOf(() => envelope.open(keys, mixed, here))).toBe('changed-or-moved');
	}
});

test.each([
	'',
	'text',
	'v2.1.a.b.c',
	'v1.0.a.b.c',
	'v1.01.a.b.c',
	'v1.1.a.b',
	'v1.1.AAAA.AAAA.AAA=',
])('%o is not a sealed value', (other) => {
	expect(reasonOf(() => envelope.open(keys, other, here))).toBe('not-sealed');
});

test('a short tag or nonce is refused, however right its bytes', () => {
	const [version = '', key = '', nonce = '', ciphertext = '', tag = ''] = envelope
		.seal(keys, text, here)
		.split('.');
	const short = (part: string, length: number) =>
		Buffer.from(part, 'base64url').subarray(0, length).toString('base64url');
	for (const parts of [
		[version, key, nonce, ciphertext, short(tag, 4)],
		[version, key, nonce, ciphertext, short(tag, 12)],
		[version, key, short(nonce, 8), ciphertext, tag],
	]) {
		expect(reasonOf(() => envelope.open(keys, parts.join('.'), here))).toBe('changed-or-moved');
	}
});

test('what an older key sealed still opens after a new one came; without its key it does not', async () => {
	const older = envelope.seal(keys, text, here);
	const olderFile = fileEnvelope.sealFile(keys, Buffer.from(text), here);
	const rotated = await keyring.addDataKey(folder);
	expect(envelope.openText(rotated, older, here)).toBe(text);
	expect(fileEnvelope.openFile(rotated, olderFile, here).toString()).toBe(text);
	const newer = envelope.seal(rotated, text, here);
	expect([older, newer].map(envelope.keyVersionOf)).toEqual([1, 2]);
	expect(reasonOf(() => envelope.open(keys, newer, here))).toBe('unknown-key');

	const rewrapped = fileEnvelope.rewrapFile(rotated, olderFile, here);
	const withoutOld = { ...rotated, dataKeys: new Map([...rotated.dataKeys].slice(1)) };
	expect([olderFile, rewrapped].map(fileEnvelope.fileKeyVersionOf)).toEqual([1, 2]);
	expect(fileEnvelope.openFile(withoutOld, rewrapped, here).toString()).toBe(text);
	expect(reasonOf(() => fileEnvelope.openFile(withoutOld, olderFile, here))).toBe('unknown-key');
});

test('a file comes back as it was; any bit changed, cut off or added, or another row, is refused', () => {
	const content = Buffer.alloc(5000, 'photo');
	const sealed = fileEnvelope.sealFile(keys, content, here);
	expect(fileEnvelope.openFile(keys, sealed, here)).toEqual(content);
	expect(sealed.includes('photo')).toBe(false);
	for (let at = 0; at < sealed.length; at += at < 130 ? 1 : 41) {
		for (let bit = 0; bit < 8; bit += 1) {
			const other = Buffer.from(sealed);
			other[at] = (other[at] ?? 0) ^ (1 << bit);
			expect(() => fileEnvelope.openFile(keys, other, here)).toThrow(envelope.SealProblem);
		}
	}
	for (const other of [
		sealed.subarray(0, -1),
		sealed.subarray(0, 60),
		Buffer.concat([sealed, Buffer.alloc(1)]),
		Buffer.alloc(0),
	]) {
		expect(() => fileEnvelope.openFile(keys, other, here)).toThrow(envelope.SealProblem);
	}
	expect(reasonOf(() => fileEnvelope.openFile(keys, sealed, nextRow))).toBe('changed-or-moved');
	expect(reasonOf(() => fileEnvelope.rewrapFile(keys, sealed, nextRow))).toBe('changed-or-moved');
});

test('each file has a key of its own', () => {
	const own = (sealed: Buffer) => sealed.subarray(20, 52).toString('hex');
	const seals = Array.from({ length: 100 }, () =>
		fileEnvelope.sealFile(keys, Buffer.from(text), here),
	);
	expect(new Set(seals.map(own)).size).toBe(100);
	const [one = Buffer.alloc(0), two = Buffer.alloc(0)] = seals;
	const mixed = Buffer.concat([one.subarray(0, 68), two.subarray(68)]);
	expect(reasonOf(() => fileEnvelope.openFile(keys, mixed, here))).toBe('changed-or-moved');
});

test('a place whose parts could pass for other parts is refused', () => {
	const place = { tenant: 'heerenveen', table: 'people', column: 'bsn', row: 'a' };
	expect(() => envelope.aadOf({ ...place, row: 'a|b' })).toThrow(TypeError);
	expect(() => envelope.aadOf({ ...place, column: '' })).toThrow(TypeError);
});

function reasonOf(task: () => unknown): string | undefined {
	try {
		task();
	} catch (problem) {
		if (problem instanceof envelope.SealProblem) return problem.reason;
		throw problem;
	}
	return undefined;
}
