import { expect, test } from '@playwright/test';
import { type Tag, readers, signedIn, tenants } from '../browser/world.ts';

test('a plan on paper, and from its code back to the portal', async ({ browser }) => {
	const { persona, address } = readers.ti;
	const context = await signedIn(browser, address, persona);
	const page = await context.newPage();
	await page.goto('/plan');
	for (const kind of ['plan', 'besluit']) {
		const link = page.locator(`a[href="/plan/papier/1/${kind}"]`);
		await expect(link).toBeVisible();
		const paper = await context.request.get(`/plan/papier/1/${kind}`);
		expect(paper.status()).toBe(200);
		expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
		const headers = paper.headers();
		expect(headers['content-type']).toBe('application/pdf');
		expect(headers['content-disposition']).toBe(`inline; filename="${kind}-versie-1.pdf"`);
		expect(headers['cache-control']).toBe('private, no-store');
	}
	for (const none of ['/plan/papier/9/plan', '/plan/papier/1/brief', '/plan/versie/9']) {
		expect((await context.request.get(none)).status()).toBe(404);
	}
	await context.close();
});

test('whoever follows the code signs in first and then reads that version', async ({ browser }) => {
	const context = await browser.newContext({ baseURL: tenants.heerenveen });
	const page = await context.newPage();
	await page.goto('/plan/versie/1');
	await expect(page).toHaveURL(/\/inloggen$/);
	await page.locator('a[href="/inloggen/digid"]').click();
	await page.locator('a[href$="persona=selam"]').click();
	await expect(page).toHaveURL(/\/plan\/versie\/1$/);
	await context.close();
});

test('a klantmanager prints for somebody of the own caseload only', async ({ browser }) => {
	const anna = await signedIn(browser, tenants.heerenveen, 'anna');
	const page = await anna.newPage();
	await page.goto('/staf/mensen?zoek=haddad');
	await page.locator('table a[href^="/staf/mensen/"]').first().click();
	const papers = page.locator('a[href*="/plan/papier/1/"]');
	await expect(papers).toHaveCount(2);
	const bart = await signedIn(browser, tenants.heerenveen, 'bart');
	for (const link of await papers.all()) {
		const path = (await link.getAttribute('href')) ?? '';
		expect((await anna.request.get(path)).headers()['content-type']).toBe('application/pdf');
		expect((await bart.request.get(path)).status()).toBe(404);
	}
	for (const context of [anna, bart]) await context.close();
});

for (const tag of Object.keys(readers) as Tag[]) {
	test(`a version is read in ${tag}`, async ({ browser }) => {
		const { persona, address } = readers[tag];
		const context = await signedIn(browser, address, persona);
		const page = await context.newPage();
		await page.goto('/plan/versie/1');
		await expect(page.locator('h1')).toBeVisible();
		await context.close();
	});
}
