/**
 * Makes the pictures of the plan: for each language, leerroute and groep the page at 360 pixels, what changed on it,
 * and the plan on paper. `npm run pictures` (two minutes) compares them with those kept in `tests/pictures/kept` and fails when one
 * changed; `npm run pictures -- --keep` keeps the new ones, to be looked at and committed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '#lib/law/day.ts';
import { fill } from '#lib/server/demo/settings.ts';
import { closeAll, openAll } from '#lib/server/portals.ts';
import { read } from '#lib/server/settings.ts';
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../tools/browser.ts';
import { build } from '../tools/build.ts';
import { demoDay } from '../tools/demo-day.ts';
import { root, say } from '../tools/steps.ts';
import { difference, keep, tolerance } from './compare.ts';
import { paperPicture } from './paper.ts';
import { lay, type Sitter } from './world.ts';

const today = day(demoDay.DEMO_TODAY);
const port = '4175';
const address = `http://127.0.0.1:${port}`;
const isKeeping = process.argv.includes('--keep');

build();
const data = await mkdtemp(join(tmpdir(), 'meedoen-pictures-'));
const settings = { ...demoDay, HOST: '127.0.0.1', PORT: port, DATA_DIR: data };
Object.assign(process.env, settings);
const sitters = await laid();
const server = spawn('node', ['src/entry/start.js'], {
	cwd: root,
	stdio: ['ignore', 'pipe', 'inherit'],
});
let browser: Browser | undefined;
try {
	await once(server.stdout, 'data');
	browser = await chromium.launch(launchOptions());
	const changed: string[] = [];
	for (const sitter of sitters) changed.push(...(await take(browser, sitter)));
	say(`${sitters.length * 3} pictures, ${changed.length} ${isKeeping ? 'kept anew' : 'changed'}`);
	for (const name of changed) say(`  ${name}`);
	process.exitCode = isKeeping || changed.length === 0 ? 0 : 1;
} finally {
	await browser?.close();
	server.kill('SIGTERM');
	await rm(data, { recursive: true, force: true });
}

async function laid(): Promise<Sitter[]> {
	await fill(read(process.env));
	const portals = await openAll(read(process.env));
	try {
		const portal = portals.get('127.0.0.1');
		if (!portal) throw new Error('no tenant is called 127.0.0.1');
		return await lay(portal, today);
	} finally {
		await closeAll(portals);
	}
}

/** Gives the names of the pictures that differ from those kept. */
async function take(browser: Browser, { name, session }: Sitter): Promise<string[]> {
	const context = await browser.newContext({
		baseURL: address,
		viewport: { width: 360, height: 740 },
		locale: 'nl-NL',
		timezoneId: 'Europe/Amsterdam',
	});
	// A browser takes such a cookie only from a secure address, and brings it to this machine all the same.
	const url = address.replace('http:', 'https:');
	await context.addCookies([
		{ name: '__Host-session', value: session, url, secure: true, httpOnly: true },
	]);
	const page = await context.newPage();
	await page.goto('/plan');
	const pictures = {
		plan: await page.screenshot({ fullPage: true }),
		change: await page.locator('section[aria-labelledby="plan-new"]').screenshot(),
		paper: await paperPicture(context.request),
	};
	await context.close();
	const changed: string[] = [];
	for (const [what, picture] of Object.entries(pictures)) {
		const path = join(root, 'tests/pictures/kept', what, `${name}.webp`);
		if ((await difference(picture, path)) <= tolerance) continue;
		changed.push(`${what}/${name}`);
		if (isKeeping) await keep(picture, path);
	}
	return changed;
}

function launchOptions() {
	const found = findBrowser();
	say(found.line);
	const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'];
	return { args, ...(found.path ? { executablePath: found.path } : {}) };
}
