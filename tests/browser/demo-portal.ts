import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoDay } from '../tools/demo-day.ts';

/** The built portal with the demo world, that can be gone for a while and come back. */
export interface Portal {
	readonly address: string;
	/** Starts it; `tree` is whose build, this one if nothing is said. */
	up(tree?: string): Promise<void>;
	down(): Promise<void>;
	/** Ends it and throws its data away. */
	discard(): Promise<void>;
}

/** Lays the world of the demo and starts the portal, both from the build of `first`. */
export async function startPortal(
	first = process.cwd(),
	day: Readonly<NodeJS.ProcessEnv> = demoDay,
): Promise<Portal> {
	const folder = mkdtempSync(join(tmpdir(), 'demo-portal-'));
	const port = await freePort();
	const settings = { ...day, PORT: String(port), DATA_DIR: folder };
	const env = { ...process.env, ...settings, HOST: '127.0.0.1', LOG_LEVEL: 'silent' };
	execFileSync(process.execPath, ['src/entry/portal.js', 'demo', 'seed'], {
		cwd: first,
		env,
		stdio: 'pipe',
	});
	let running: ChildProcess | null = null;

	async function up(tree = process.cwd()) {
		const child = spawn(process.execPath, ['src/entry/start.js'], {
			cwd: tree,
			env,
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		running = child;
		await new Promise<void>((resolve, reject) => {
			child.stdout.on('data', (said: Buffer) => {
				if (said.toString().includes('is ready')) resolve();
			});
			child.once('exit', (code) => reject(new Error(`the portal stopped: ${code}`)));
		});
	}

	async function down() {
		const child = running;
		running = null;
		if (!child || child.exitCode !== null) return;
		const over = new Promise((resolve) => child.once('exit', resolve));
		child.kill('SIGKILL');
		await over;
	}

	await up(first);
	return {
		address: `http://127.0.0.1:${port}`,
		up,
		down,
		async discard() {
			await down();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
