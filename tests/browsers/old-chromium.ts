import { execFileSync } from 'node:child_process';
import { chromium } from '@playwright/test';
import { installed } from '../tools/own-package.ts';
import type { Driven } from './driven.ts';
import { screen } from './puppeteer.ts';

/**
 * Chromium 109 of January 2023, the last for Windows 7 and as old as many a phone. Playwright drives it: the protocol of
 * puppeteer is too new for it.
 */
export async function oldChromium(): Promise<Driven | string> {
	const { default: packed } = await installed<{
		default: { readonly executablePath: Promise<string> };
	}>(import.meta.dirname, '@sparticuz/chromium/build/index.js');
	const executablePath = await packed.executablePath;
	try {
		execFileSync(executablePath, ['--version', '--no-sandbox'], { stdio: 'ignore' });
	} catch {
		return `It does not start: "ldd ${executablePath}" says what is missing.`;
	}
	const args = [
		'--no-sandbox',
		'--disable-gpu',
		'--disable-dev-shm-usage',
		// Else no worker would start behind the certificate of the moment.
		'--ignore-certificate-errors',
	];
	const browser = await chromium.launch({ executablePath, args });
	const page = await browser.newPage({ viewport: screen });
	return {
		version: `Chromium ${browser.version()}`,
		async open(address) {
			await page.goto(address);
		},
		read: <Value>(expression: string) => page.evaluate<Value>(expression),
		click: (selector) => page.locator(selector).first().click(),
		type: (selector, text) => page.locator(selector).first().fill(text),
		attach: (selector, file) => page.locator(selector).first().setInputFiles(file),
		picture: () => page.screenshot(),
		close: () => browser.close(),
	};
}
