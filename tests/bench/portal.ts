import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built portal with the demo world in a folder of its own, as people meet it: over HTTP. */
export interface Running {
	readonly address: string;
	readonly pid: number;
	/** Its data, as DATA_DIR. */
	readonly folder: string;
	stop(): void;
}

/** Lays the world of the demo, adds to it what `add` does, and waits until the portal answers. It must be built. */
export async function start(
	add: (folder: string) => void | Promise<void> = () => undefined,
): Promise<Running> {
	const folder = mkdtempSync(join(tmpdir(), 'meedoen-bench-'));
	const port = await freePort();
	const settings = { DEMO: '1', PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'silent' };
	program('src/entry/portal.js', ['demo', 'seed'], settings);
	await add(folder);
	const child = spawn(process.execPath, ['src/entry/start.js'], {
		env: { ...process.env, ...settings },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	await ready(child);
	if (child.pid === undefined) throw new Error('the portal has no process');
	return {
		address: `http://127.0.0.1:${port}`,
		pid: child.pid,
		folder,
		stop() {
			child.kill('SIGKILL');
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** Memory of a process in MB: its resident set, as the kernel counts it. */
export function residentMegabytes(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
}

/** The process of the portal that draws papers. */
export function pressOf(pid: number): number {
	const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
	const found = children.find((child) =>
		readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('press-process'),
	);
	if (!found) throw new Error('the portal has no press');
	return Number(found);
}

function program(path: string, given: string[], settings: Record<string, string> = {}) {
	const env = { ...process.env, ...settings };
	execFileSync(process.execPath, [path, ...given], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

function ready(child: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		child.stdout?.on('data', (said: Buffer) => {
			if (said.toString().includes('is ready')) resolve();
		});
		child.once('exit', (code) => reject(new Error(`the portal stopped: ${code}`)));
	});
}

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
