import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { overflow, stumbles } from './walker.ts';

/** What Playwright itself says where it lets no worker begin, see `playwright.config.ts`. */
const withoutWorker = 'Service Worker registration blocked by Playwright';

/** Collects what the browser complains of, the content security policy above all. */
export function complaints(page: Page): string[] {
	const heard: string[] = [];
	page.on('console', (message) => {
		if (message.text() === withoutWorker) return;
		if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text());
	});
	page.on('pageerror', (problem) => heard.push(problem.message));
	return heard;
}

/** Opens an address and holds the page against everything that must be true of every page. */
export async function inspect(page: Page, address: string) {
	await inspectWords(page, address, async () => {
		// No page has frames: putting their results together would open a page for each page.
		const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
		const told = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
		expect(told, `axe on ${address}`).toEqual([]);
	});
}

/** The same without axe: what differs by language, for a page that axe sees in another language of that script. */
export async function inspectWords(page: Page, address: string, more = async () => {}) {
	const heard = complaints(page);
	const answer = await page.goto(address);
	expect(answer?.status(), address).toBe(200);
	expect(new URL(page.url()).pathname, `${address} leads elsewhere`).toBe(address.split('?')[0]);
	expect(await page.title(), `title of ${address}`).not.toBe('');
	expect(await stumbles(page), `text of ${address}`).toEqual([]);
	expect(await overflow(page), `width of ${address} at 320 px and 200 %`).toBeLessThanOrEqual(0);
	await more();
	expect(heard, `console of ${address}`).toEqual([]);
	page.removeAllListeners('console');
	page.removeAllListeners('pageerror');
}
