import { existsSync } from 'node:fs';
import { installed } from '../tools/own-package.ts';
import type { Driven } from './driven.ts';

/** What is used of puppeteer-core, which stands in the package of this folder. */
interface Puppeteer {
	launch(options: object): Promise<Launched>;
}
interface Launched {
	version(): Promise<string>;
	newPage(): Promise<Page>;
	close(): Promise<void>;
}
interface Page {
	goto(address: string, options: object): Promise<unknown>;
	evaluate(expression: string): Promise<unknown>;
	$(selector: string): Promise<Element | null>;
	setViewport(size: object): Promise<void>;
	screenshot(): Promise<Uint8Array>;
}
interface Element {
	click(): Promise<void>;
	type(text: string): Promise<void>;
	uploadFile(file: string): Promise<void>;
	evaluate(what: (element: HTMLElement) => void): Promise<unknown>;
}

const folder = import.meta.dirname;
/** The phone on which everything must fit. */
export const screen = { width: 360, height: 740 } as const;

/** Firefox as Debian has it, through WebDriver BiDi. */
export async function firefox(): Promise<Driven | string> {
	const path = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((each) => existsSync(each));
	if (!path) return 'Firefox is not there: "sudo apt-get install firefox-esr".';
	return drive({ browser: 'firefox', executablePath: path, headless: true });
}

async function drive(options: object): Promise<Driven> {
	const { default: puppeteer } = await installed<{ default: Puppeteer }>(
		folder,
		'puppeteer-core/lib/puppeteer/puppeteer-core.js',
	);
	const browser = await puppeteer.launch(options);
	const page = await browser.newPage();
	await page.setViewport(screen);
	const find = async (selector: string) => {
		const found = await page.$(selector);
		if (!found) throw new Error(`nothing is ${selector}`);
		// Out from under the bar at the foot of the screen.
		await found.evaluate((element) => element.scrollIntoView({ block: 'center' }));
		return found;
	};
	return {
		version: await browser.version(),
		async open(address) {
			await page.goto(address, { waitUntil: 'load' });
		},
		read: async <Value>(expression: string) => (await page.evaluate(expression)) as Value,
		click: async (selector) => (await find(selector)).click(),
		type: async (selector, text) => (await find(selector)).type(text),
		attach: async (selector, file) => (await find(selector)).uploadFile(file),
		picture: async () => Buffer.from(await page.screenshot()),
		close: () => browser.close(),
	};
}
