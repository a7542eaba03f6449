import { expect, type Page, test } from '@playwright/test';
import { phone, signedIn, tenants } from '../browser/world.ts';

/** Bytes on the wire, headers and compression included, as the browser counts them; per kind of resource. */
interface Weight {
	readonly all: number;
	readonly script: number;
}

/** What a page may weigh on a first visit at 360 px, in bytes; a repeat visit is within `again`. */
const budgets = {
	reading: { all: 40_000, script: 6_000 },
	wizard: { all: 120_000, script: 120_000 },
	again: 12_000,
} as const;

const pages = [
	{ name: 'sign-in', path: '/inloggen', budget: budgets.reading },
	{ name: 'Vandaag', path: '/vandaag', budget: budgets.reading },
	{ name: 'Mijn plan', path: '/plan', budget: budgets.reading },
	{ name: 'Uren', path: '/uren', budget: budgets.reading },
	{ name: 'Agenda', path: '/agenda', budget: budgets.reading },
	{ name: 'a week', path: '/agenda/week/2026-W49', budget: budgets.reading },
	{ name: 'Hulp', path: '/hulp', budget: budgets.reading },
	{ name: 'a rule', path: '/hulp/regels/boete', budget: budgets.reading },
	{ name: 'a letter', path: '/hulp/brief/gemeente', budget: budgets.reading },
	{ name: 'Woorden', path: '/woorden', budget: budgets.reading },
	{ name: 'a word', path: '/woorden/boete/12', budget: budgets.reading },
	{ name: 'wizard', path: '/uren/nieuw', budget: budgets.wizard },
] as const;

for (const { name, path, budget } of pages) {
	test(`${name} stays within its bytes, in Arabic`, async ({ browser }) => {
		const context = await signedIn(browser, tenants.heerenveen, 'amina');
		const page = await context.newPage();
		const first = await weigh(page, path);
		const again = await weigh(page, path);
		test.info().annotations.push({
			type: 'bytes',
			description: `${name}: first ${first.all} (script ${first.script}), again ${again.all}`,
		});
		console.log(`bytes ${name}: first ${first.all}, script ${first.script}, again ${again.all}`);
		expect(first.all).toBeGreaterThan(1_000);
		expect(first.all).toBeLessThanOrEqual(budget.all);
		expect(first.script).toBeLessThanOrEqual(budget.script);
		expect(again.all).toBeLessThanOrEqual(budgets.again);
		await context.close();
	});
}

test('no page of the resident loads the framework', async ({ browser }) => {
	const context = await signedIn(browser, tenants.heerenveen, 'amina', { viewport: phone });
	const page = await context.newPage();
	const scripts: string[] = [];
	page.on('request', (request) => {
		if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
	});
	for (const { path } of pages) await page.goto(path);
	expect(new Set(scripts).size).toBe(1);
	expect(scripts[0]).toMatch(/\/assets\/enhance-/);
	await context.close();
});

async function weigh(page: Page, path: string): Promise<Weight> {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	const kinds = new Map<string, string>();
	let [all, script] = [0, 0];
	session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		all += encodedDataLength;
		if (kinds.get(requestId) === 'Script') script += encodedDataLength;
	});
	await page.goto(path, { waitUntil: 'networkidle' });
	await session.detach();
	return { all, script };
}
