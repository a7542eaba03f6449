import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { look, secret, words } from './dump.ts';
import { unsnappy } from './snappy.ts';

const text = 'Yıldız en een zin';
const page = `<p>${'a'.repeat(300)}</p><p>${text}</p>`;
const end = Buffer.from('d8410d97456ffaf4', 'hex');

function cacheEntry(body: Buffer): Buffer {
	const address = Buffer.from('https://portal.example/plan');
	const head = Buffer.alloc(24);
	Buffer.from('305c72a71b6dfbfc', 'hex').copy(head);
	head.writeUInt32LE(address.length, 12);
	return Buffer.concat([head, address, body, end, Buffer.alloc(16)]);
}

/** A table of LevelDB with one block, packed as `2, "ab", copy of 4 from 2 back`, then the rest as it is. */
function table(body: Buffer): Buffer {
	const literal = Buffer.concat([Buffer.from([60 << 2, body.length - 1]), body]);
	const block = Buffer.concat([
		Buffer.from([((6 + body.length) & 0x7f) | 0x80, (6 + body.length) >> 7]),
		Buffer.from([1 << 2]),
		Buffer.from('ab'),
		Buffer.from([1, 2]),
		literal,
	]);
	const crc = Buffer.alloc(4);
	const handle = Buffer.from([0, (block.length & 0x7f) | 0x80, block.length >> 7]);
	const index = Buffer.concat([
		Buffer.from([0, 1, handle.length, 0x6b]),
		handle,
		Buffer.from([0, 0, 0, 0, 1, 0, 0, 0]),
	]);
	const at = block.length + 5;
	const footer = Buffer.alloc(48);
	Buffer.from([0, 0, (at & 0x7f) | 0x80, at >> 7, index.length]).copy(footer);
	Buffer.from('57fb808b247547db', 'hex').copy(footer, 40);
	return Buffer.concat([block, Buffer.from([1]), crc, index, Buffer.from([0]), crc, footer]);
}

describe('what a browser wrote', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'dump-'));
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	it.each([
		['as it is', Buffer.from(page)],
		['as UTF-16', Buffer.from(`x${page}`, 'utf16le')],
		['as UTF-16 the other way round', Buffer.from(page, 'utf16le').swap16()],
		['in JSON', Buffer.from('{"a":"Y\\u0131ld\\u0131z en een zin"}')],
		['in an address', Buffer.from(`?q=${encodeURIComponent(text)}`)],
		['packed by gzip, somewhere inside', Buffer.concat([Buffer.alloc(99), gzipSync(page)])],
		['packed by zlib', deflateSync(page)],
		['packed by Brotli in a cache', cacheEntry(brotliCompressSync(page))],
		['packed by gzip in a cache', cacheEntry(gzipSync(page))],
		['packed by Zstandard', zstdCompressSync(page)],
		['in a table of LevelDB', table(Buffer.from(text))],
	])('is found %s', (_, bytes) => {
		writeFileSync(join(folder, 'file'), bytes);
		writeFileSync(join(folder, 'other'), 'nothing');
		expect(look(folder, [words('name', text), words('none', 'Somebody else')])).toEqual({
			places: [{ name: 'name', file: 'file' }],
			files: 2,
		});
	});

	it('is found as a key, in bytes and in text', () => {
		const key = Buffer.alloc(32, 7);
		writeFileSync(join(folder, 'raw'), Buffer.concat([Buffer.from('head'), key]));
		writeFileSync(join(folder, 'text'), `{"key":"${key.toString('base64url')}"}`);
		writeFileSync(join(folder, 'half'), key.subarray(16));
		const { places } = look(folder, [secret('key', key.toString('base64url'))]);
		expect(places.map(({ file }) => file).sort()).toEqual(['raw', 'text']);
	});

	it('unpacks Snappy with copies that reach into themselves, and refuses what is none', () => {
		const packed = Buffer.from([6, 1 << 2, 0x61, 0x62, 1, 2]);
		expect(Buffer.from(unsnappy(packed) ?? []).toString()).toBe('ababab');
		expect(unsnappy(Buffer.from([6, 1 << 2, 0x61, 0x62, 1, 9]))).toBeNull();
		expect(unsnappy(Buffer.from([200, 1, 60 << 2]))).toBeNull();
	});
});
