/**
 * The main journey in other browsers than the one of the journeys: `npm run browsers`, or one of them by its name. Takes
 * about two minutes; ends with 1 when a step failed. A browser that is not there is told, and how to get it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { start } from '../bench/portal.ts';
import { photo } from '../browser/hours.ts';
import { build } from '../tools/build.ts';
import { root, say } from '../tools/steps.ts';
import type { Driven } from './driven.ts';
import { type Front, front } from './front.ts';
import { steps } from './journey.ts';
import { oldChromium } from './old-chromium.ts';
import { firefox } from './puppeteer.ts';
import { webKit } from './webkit.ts';

/** Each gives the browser, or says why there is none; and how it reaches the portal. */
const browsers = {
	firefox: { open: firefox, protocol: 'http' },
	'chromium-109': { open: oldChromium, protocol: 'https' },
	webkit: { open: webKit, protocol: 'https' },
} as const satisfies Record<
	string,
	{ open: () => Promise<Driven | string>; protocol: 'http' | 'https' }
>;

const results = `${root}tests/results/browsers`;
const asked = process.argv[2];
build();
mkdirSync(results, { recursive: true });
const photoFile = `${results}/photo.jpg`;
writeFileSync(photoFile, await photo());
process.env['TRUST_PROXY'] = '1';
const portal = await start();
try {
	for (const [name, way] of Object.entries(browsers)) {
		if (asked !== undefined && asked !== name) continue;
		const before = await front(portal.address, way.protocol);
		await journeyIn(name, before, await way.open());
		before.stop();
	}
} finally {
	portal.stop();
}

async function journeyIn(name: string, portal: Front, browser: Driven | string) {
	if (typeof browser === 'string') {
		say(`${name}: not run. ${browser}`);
		return;
	}
	say(`${name}: ${browser.version}`);
	let told = '';
	try {
		for (const [step, walk] of Object.entries(steps)) {
			told = step;
			const more = await walk(browser, portal, photoFile);
			writeFileSync(`${results}/${name}-${step}.png`, await browser.picture());
			say(`  ok      ${step}${more ? `: ${more}` : ''}`);
		}
	} catch (error) {
		process.exitCode = 1;
		say(`  FAILED  ${told}: ${error instanceof Error ? error.message : String(error)}`);
		const shown = await browser.picture().catch(() => null);
		if (shown) writeFileSync(`${results}/${name}-failed.png`, shown);
	} finally {
		await browser.close();
	}
}
