import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeClamd, fakeClamd, marker } from './fake-clamd.ts';
import { scan, scannerAddress } from './scanning.ts';

const unknown = (why: unknown) => ({ found: 'unknown', why });

let folder: string;
let clamd: FakeClamd;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'clamd-'));
	clamd = await fakeClamd(folder);
});

afterEach(async () => {
	await clamd.close();
	rmSync(folder, { recursive: true });
});

const ask = (bytes: Uint8Array = Buffer.from('a photo'), longestMs = 5000) =>
	scan({ path: clamd.path }, bytes, longestMs);

test('the bytes come over whole, in pieces', async () => {
	const file = Buffer.alloc(300_001, 'abcdefg');
	expect(await ask(file)).toEqual({ found: 'nothing' });
	expect(clamd.files.map((each) => each.equals(file))).toEqual([true]);
	expect(await ask(Buffer.alloc(0))).toEqual({ found: 'nothing' });
});

test('what is found is told by its name', async () => {
	const file = Buffer.concat([Buffer.alloc(200_000), Buffer.from(marker)]);
	expect(await ask(file)).toEqual({ found: 'virus', signature: 'Made.Up-1' });
});

test('a name is made fit for a log', async () => {
	clamd.behaviour = (_, socket) => socket.end('stream: Evil<script>"\'{x} FOUND\0');
	expect(await ask()).toEqual({ found: 'virus', signature: 'Evil_script____x_' });
});

test.each<[string, string]>([
	['nonsense', 'HTTP/1.1 200 OK\r\n\r\n\0'],
	['an answer about something else', 'other: OK\0'],
	['OK somewhere inside', 'stream: is it OK\0'],
	['OK and more', 'stream: OK\nstream: OK\0'],
	['OK in two answers', 'stream: OK\0stream: Made.Up-1 FOUND\0'],
	['half an answer', 'stream: OK'],
	['a name with a line in it', 'stream: Evil\nadmin FOUND\0'],
	['nothing at all', ''],
	['more than an answer holds', 'x'.repeat(100_000)],
])('%s is no answer, so the file is not clean', async (_, said) => {
	clamd.behaviour = (_file, socket) => socket.end(said);
	expect(await ask()).toEqual(unknown(expect.any(String)));
});

test('an error of clamd is passed on to the log', async () => {
	clamd.behaviour = (_, socket) => socket.end('INSTREAM size limit exceeded. ERROR\0');
	expect(await ask()).toEqual(unknown('INSTREAM size limit exceeded. ERROR'));
});

test('an answer in pieces is one answer', async () => {
	clamd.behaviour = (_, socket) => {
		socket.write('stream: Made');
		setTimeout(() => socket.end('.Up-1 FOUND\0'), 30);
	};
	expect(await ask()).toEqual({ found: 'virus', signature: 'Made.Up-1' });
});

test('one that does not answer is waited for no longer than was said', async () => {
	clamd.behaviour = () => undefined;
	const startedAt = performance.now();
	expect(await ask(undefined, 200)).toEqual(unknown('took too long'));
	expect(performance.now() - startedAt).toBeLessThan(3000);
});

test('one that trickles on for ever ends too', async () => {
	clamd.behaviour = (_, socket) => {
		const timer = setInterval(() => socket.write('x'), 5);
		socket.on('close', () => clearInterval(timer));
	};
	expect(await ask(undefined, 200)).toEqual(unknown('took too long'));
});

test('one that hangs up while the file is on its way', async () => {
	await clamd.close();
	const server = createServer((socket) => socket.once('data', () => socket.destroy()));
	await new Promise<void>((ready) => server.listen(clamd.path, ready));
	expect(await ask(Buffer.alloc(8_000_000))).toEqual(unknown(expect.any(String)));
	await new Promise((done) => server.close(done));
});

test('one that is down or was never there', async () => {
	await clamd.close();
	expect(await ask()).toEqual(unknown(expect.stringContaining('ENOENT')));
	const free = { host: '127.0.0.1', port: 1 };
	expect(await scan(free, Buffer.from('x'), 5000)).toEqual(
		unknown(expect.stringContaining('ECONNREFUSED')),
	);
});

test('where it listens is a path, or a host and a port', () => {
	expect(scannerAddress('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
	expect(scannerAddress('127.0.0.1:3310')).toEqual({ host: '127.0.0.1', port: 3310 });
	expect(scannerAddress('clamd.example:3310')).toEqual({ host: 'clamd.example', port: 3310 });
	expect(scannerAddress('[::1]:3310')).toEqual({ host: '::1', port: 3310 });
	for (const wrong of ['', 'clamd', 'clamd.ctl', '127.0.0.1:0', ':3310', 'a:70000', 'http://a:1']) {
		expect(scannerAddress(wrong), wrong).toBeNull();
	}
});
