import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The browser for the journeys, or none; `line` says in one sentence what was found or done. */
export interface Browser {
	readonly line: string;
	readonly path?: string;
}

/** A letter without a font is a box, and boxes of the wrong size hide faults in a layout. */
const writing = { Arabic: ':lang=ar', Ethiopic: ':lang=ti' };
const fonts = 'fonts-noto-core';

/**
 * Finds Chromium: `CHROMIUM_PATH`, the system's, Playwright's own. Without one it is installed: with apt-get where
 * that may be done, else by Playwright. Fonts for Arabic and Ge'ez letters come along.
 */
export function findBrowser(): Browser {
	const told = process.env['CHROMIUM_PATH'];
	if (told) {
		if (!existsSync(told))
			return { line: `browser: CHROMIUM_PATH says ${told}, where nothing is.` };
		return { line: `browser: ${told}, as CHROMIUM_PATH says${withFonts()}`, path: told };
	}
	const present = onSystem() ?? ofPlaywright();
	if (present) return { line: `browser: ${present}${withFonts()}`, path: present };
	if (mayInstall() && (install('chromium-headless-shell', fonts) || install('chromium', fonts))) {
		const path = onSystem();
		if (path) return { line: `browser: ${path}, just installed with ${fonts} by apt-get`, path };
	}
	const fetched = runs('playwright', ['install', 'chromium']) && ofPlaywright();
	if (fetched)
		return { line: `browser: ${fetched}, just fetched by Playwright${withFonts()}`, path: fetched };
	return {
		line: 'browser: none was found and none could be installed. Install Chromium ("sudo apt-get install chromium") or set CHROMIUM_PATH.',
	};
}

function onSystem(): string | undefined {
	// The same Chromium without windows: it takes half the time, since no page begins with a window of its own.
	const headless = 'chromium-headless-shell';
	const names = [headless, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
	const folders = (process.env['PATH'] ?? '').split(':');
	return names
		.flatMap((name) => folders.map((folder) => `${folder}/${name}`))
		.find((path) => existsSync(path));
}

function ofPlaywright(): string | undefined {
	const path = chromium.executablePath();
	return existsSync(path) ? path : undefined;
}

function withFonts(): string {
	const missing = Object.entries(writing)
		.filter(([, pattern]) => !spawnSync('fc-list', [pattern], { encoding: 'utf8' }).stdout)
		.map(([name]) => name);
	if (missing.length === 0) return '';
	if (mayInstall() && install(fonts)) return `, with ${fonts} just installed`;
	return `, without a font for ${missing.join(' and ')} (install ${fonts})`;
}

const mayInstall = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

const install = (...packages: string[]) =>
	runs('apt-get', ['update']) &&
	runs('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);

function runs(command: string, args: string[]): boolean {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return spawnSync(command, args, { stdio: 'ignore', env, timeout: 300_000 }).status === 0;
}
