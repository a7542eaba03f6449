import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from '@playwright/test';

/** A phone with a memory of its own: what its browser keeps outlasts the browser, however that ends. */
export interface Handset {
	readonly profile: string;
	/** Starts the browser, and gives its first page. */
	start(): Promise<{ context: BrowserContext; page: Page }>;
	/** Ends it as a phone does that needs the memory for its camera: at once, without a word. */
	kill(): Promise<void>;
	/** Ends it as somebody does who closes it. */
	close(): Promise<void>;
	/** Throws the phone away. */
	discard(): Promise<void>;
}

const flags = [
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--headless',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-dev-shm-usage',
	'--window-size=360,740',
	'--lang=nl-NL',
	'--remote-debugging-port=0',
];

/** A new phone; `clock` is by how much its clock is wrong, as faketime writes it: '+1d'. */
export function newHandset(clock?: string): Handset {
	const profile = mkdtempSync(join(tmpdir(), 'handset-'));
	let running: ChildProcess | null = null;

	async function ended(signal: NodeJS.Signals) {
		const child = running;
		running = null;
		if (child?.pid === undefined || child.exitCode !== null) return;
		const over = new Promise((resolve) => child.once('exit', resolve));
		process.kill(-child.pid, signal);
		await over;
	}

	return {
		profile,
		async start() {
			const portFile = join(profile, 'DevToolsActivePort');
			rmSync(portFile, { force: true });
			const line = [program(), ...flags, `--user-data-dir=${profile}`, 'about:blank'];
			const [first = '', ...rest] = clock ? ['faketime', '-f', clock, ...line] : line;
			running = spawn(first, rest, { stdio: 'ignore', detached: true });
			const failed = once(running, 'error').then(([problem]) => Promise.reject(problem as Error));
			const port = await Promise.race([portIn(portFile), failed]);
			const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
			const [context] = browser.contexts();
			if (!context) throw new Error('the browser has no context');
			const page = context.pages()[0] ?? (await context.newPage());
			await page.setViewportSize({ width: 360, height: 740 });
			return { context, page };
		},
		kill: () => ended('SIGKILL'),
		close: () => ended('SIGTERM'),
		async discard() {
			await ended('SIGKILL');
			rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

async function portIn(path: string): Promise<string> {
	for (;;) {
		const text = await readFile(path, 'utf8').catch(() => '');
		const [port] = text.split('\n');
		if (port) return port;
		await wait(50);
	}
}

/** The whole Chromium where there is one: the one without windows ends now and then when its worker wakes up. */
function program(): string {
	const whole = '/usr/bin/chromium';
	return existsSync(whole) ? whole : (process.env['CHROMIUM_PATH'] ?? chromium.executablePath());
}
