import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'vite';
import { confinement } from '#lib/server/outside/confinement.ts';
import { picture } from '#lib/server/proofs/hostile-samples.ts';
import * as image from '#lib/server/proofs/image.ts';
import { queue } from '#lib/server/outside/queue.ts';

const hasPrlimit = existsSync('/usr/bin/prlimit');
const says = (yes: string) =>
	`process.stdout.write(JSON.stringify((${yes}) ? { ok: true, width: 1, height: 1 } : { ok: false, reason: 'too-many-pixels' }) + '\\n');`;
const folder = mkdtempSync(join(tmpdir(), 'decoder-'));
const refusal = (reason: string) => ({ ok: false, reason });

let jpeg: Buffer;
let scripts = 0;

beforeAll(async () => {
	jpeg = await picture(64, 64).jpeg().toBuffer();
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What becomes of a photo when the decoder is this program, as if a hostile photo had taken it over. */
async function withDecoder(script: string, longestMs = 8000) {
	const path = join(folder, `decoder-${(scripts += 1)}.mjs`);
	writeFileSync(path, script);
	return image.reencode(jpeg, { path, longestMs });
}

test('a decoder that does not end is stopped', async () => {
	const startedAt = performance.now();
	expect(await withDecoder('for (;;);', 500)).toEqual(refusal('took-too-long'));
	expect(await withDecoder('setInterval(() => 0, 1000);', 500)).toEqual(refusal('took-too-long'));
	expect(performance.now() - startedAt).toBeLessThan(4000);
});

test('a decoder that a photo kills costs that photo only', async () => {
	expect(await withDecoder('process.abort();')).toEqual(refusal('damaged'));
	expect(await withDecoder("process.kill(process.pid, 'SIGSEGV');")).toEqual(refusal('damaged'));
	expect((await image.reencode(jpeg)).ok).toBe(true);
});

test('a decoder that does not work at all is a bug, not a damaged photo', async () => {
	await expect(withDecoder("throw new Error('no sharp');")).rejects.toThrow(/no sharp/);
	await expect(image.reencode(jpeg, { path: join(folder, 'none.mjs') })).rejects.toThrow(
		/no decoder/,
	);
});

test('what a decoder gives back is not believed', async () => {
	const head = says('true');
	expect((await withDecoder(`${head} process.stdin.pipe(process.stdout);`)).ok).toBe(true);
	const answers = [
		head,
		`${head} process.stdin.pipe(process.stdout);`.replace('width: 1,', 'width: -1,'),
		`${head} process.stdout.write('<html><script>alert(1)</script>');`,
		`${head} process.stdout.write(Buffer.from('ffd8ffe1000a457869660000ffd9', 'hex'));`,
		`${head} process.stdout.write(Buffer.from('ffd8ffd9' + '3c', 'hex'));`,
		`${head} process.stdout.write(Buffer.alloc(14e6));`,
		"process.stdout.write('nonsense');",
		'',
	];
	for (const answer of answers) await expect(withDecoder(answer)).rejects.toThrow();
});

test('the decoder has no environment and knows its photo by standard input alone', async () => {
	process.env['SECRET_FOR_TEST'] = 'hidden';
	const clean = "Object.keys(process.env).length === 0 && process.argv[2] === 'jpeg'";
	expect(await withDecoder(says(`!(${clean})`))).toEqual(refusal('too-many-pixels'));
});

test.runIf(hasPrlimit)('the decoder can neither take much memory nor write a file', async () => {
	expect((await confinement()).kind).not.toBe('none');
	const greedy = 'const all = []; for (;;) all.push(Buffer.alloc(50e6, 1));';
	await expect(withDecoder(greedy)).rejects.toThrow(/memory|allocation/i);
	const path = join(folder, 'written');
	const script = `import fs from 'node:fs'; let bytes = 0;
		process.on('SIGXFSZ', () => 0);
		try { bytes = fs.writeSync(fs.openSync(${JSON.stringify(path)}, 'w'), 'text'); } catch {}
		${says('bytes > 0')}`;
	expect(await withDecoder(script)).toEqual(refusal('too-many-pixels'));
});

test('the decoder reaches no network, where the machine allows that to be closed', async () => {
	const { kind } = await confinement();
	let calls = 0;
	const server = createServer((socket) => {
		calls += 1;
		socket.destroy();
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	await withDecoder(`import net from 'node:net';
		const socket = net.connect(${port ?? 0}, '127.0.0.1');
		await new Promise((done) => socket.on('close', done).on('error', done));
		${says('false')}`);
	server.close();
	expect(calls).toBe(kind === 'limits-and-no-network' ? 0 : 1);
});

test('two run at once and the others wait in order, also after one fails', async () => {
	const inTurn = queue(2);
	const events: string[] = [];
	const ends: (() => void)[] = [];
	const tasks = [0, 1, 2, 3].map((number) =>
		inTurn(async () => {
			events.push(`start ${number}`);
			await new Promise<void>((end) => ends.push(end));
			if (number === 0) throw new Error('failed');
		}).catch(() => events.push(`failed ${number}`)),
	);
	const settle = () => new Promise((done) => setImmediate(done));
	await settle();
	expect(events).toEqual(['start 0', 'start 1']);
	for (let at = 0; at < 4; at += 1) {
		ends[at]?.();
		await settle();
	}
	await Promise.all(tasks);
	expect(events.filter((event) => event !== 'failed 0')).toEqual(
		[0, 1, 2, 3].map((n) => `start ${n}`),
	);
	expect(events).toContain('failed 0');
	expect(await inTurn(async () => 'free again')).toBe('free again');
});

test('the decoder is found when the server runs from a build that stands elsewhere', async () => {
	const outDir = join(folder, 'build');
	await build({
		configFile: false,
		logLevel: 'silent',
		ssr: { noExternal: true },
		build: { ssr: 'src/lib/server/proofs/image.ts', outDir, emptyOutDir: false },
	});
	writeFileSync(join(outDir, 'photo.jpg'), jpeg);
	const script = `import { readFileSync } from 'node:fs'; import { reencode } from '${outDir}/image.js';
		const { ok, width } = await reencode(readFileSync('${outDir}/photo.jpg')); console.log(ok, width);`;
	const output = execFileSync(process.execPath, ['--input-type=module', '-e', script]);
	expect(output.toString()).toBe('true 64\n');
});
