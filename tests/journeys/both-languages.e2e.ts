import { expect, type Page, test } from '@playwright/test';
import { inspect } from '../browser/inspection.ts';
import { signedIn, tenants } from '../browser/world.ts';

const address = tenants.fermWerk;

/** The texts of a page that are there to see, in the language of a tag. */
const seen = (page: Page, tag: string) => page.locator(`.both > [lang="${tag}"]:visible`);

async function chooseMode(page: Page, mode: 'both' | 'ownOnTap' | 'dutchOnly') {
	await page.goto('/taal');
	await page.locator(`[name=mode][value=${mode}]`).check();
	await page.locator('form[action="?/mode"] button').click();
	await expect(page).toHaveURL(/\/taal\?bewaard$/);
	await expect(page.getByRole('status')).toContainText('Uw keuze is bewaard.');
	await expect(page.locator(`[name=mode][value=${mode}]`)).toBeChecked();
}

for (const javaScriptEnabled of [true, false]) {
	test(`after the first months one chooses oneself (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const persona = javaScriptEnabled ? 'shirin' : 'zahra';
		const tag = javaScriptEnabled ? 'fa' : 'fa-AF';
		const pocket = await signedIn(browser, address, persona, { javaScriptEnabled });
		const page = await pocket.newPage();
		await page.goto('/vandaag');
		const tabs = page.locator('.tabs .both');
		await expect(tabs.locator(`[lang="${tag}"]`)).toHaveCount(5);
		const everything = await seen(page, tag).count();

		await chooseMode(page, 'ownOnTap');
		await page.goto('/vandaag');
		await expect(tabs.locator(`[lang="${tag}"]:visible`)).toHaveCount(0);
		await expect(tabs.locator('[lang=nl]:visible')).toHaveCount(5);
		await page.locator('.own-switch').check();
		await expect(seen(page, tag)).toHaveCount(everything + 1);
		await page.locator('.own-switch').uncheck();
		await expect(tabs.locator(`[lang="${tag}"]:visible`)).toHaveCount(0);

		await chooseMode(page, 'dutchOnly');
		await page.goto('/uren');
		await expect(tabs.locator(`[lang="${tag}"]`)).toHaveCount(0);
		// What became of hours, and the whole plan, are in both, whatever was chosen.
		await expect(page.locator(`.tag [lang="${tag}"]`).first()).toBeVisible();
		await page.goto('/plan');
		await expect(tabs.locator(`[lang="${tag}"]:visible`)).toHaveCount(5);
		await expect(seen(page, 'nl')).toHaveCount(await seen(page, tag).count());

		// One tap on the language brings it back, on the page where one is.
		await page.goto('/uren');
		await page.locator('.head form[action="/taal?/mode"] button').click();
		await expect(page).toHaveURL(/\/uren$/);
		await expect(tabs.locator(`[lang="${tag}"]:visible`)).toHaveCount(5);
		await page.goto('/taal');
		await expect(page.locator('[name=mode][value=both]')).toBeChecked();
		await pocket.close();
	});
}

test('with a language put away every page is as sound as with both', async ({ browser }) => {
	const pocket = await signedIn(browser, address, 'karim');
	const page = await pocket.newPage();
	await page.goto('/taal');
	await page.locator('[name=language][value=ar]').click();
	for (const mode of ['ownOnTap', 'dutchOnly', 'both'] as const) {
		await chooseMode(page, mode);
		for (const path of ['/vandaag', '/hulp', '/uren', '/uren/nieuw', '/plan', '/taal']) {
			await inspect(page, path);
		}
	}
	await page.goto('/taal');
	await page.locator('[name=top][value=dutch]').check();
	await page.locator('form[action="?/top"] button').click();
	for (const path of ['/vandaag', '/taal?bewaard']) await inspect(page, path);
	await pocket.close();
});

test('an error is in both languages, also for who reads Dutch alone', async ({ browser }) => {
	const pocket = await signedIn(browser, address, 'joy');
	const page = await pocket.newPage();
	await chooseMode(page, 'dutchOnly');
	await page.goto('/uren/nieuw');
	await page.locator('form[action="?/start"] button').last().click();
	await expect(page).toHaveURL(/\/wat$/);
	await expect(page.locator('h1 [lang=en]')).toHaveCount(0);
	await page.locator('main form button[type=submit]').last().click();
	await expect(page.locator('.problem [lang=en]').first()).toBeVisible();
	await expect(page.locator('.problem [lang=nl]').first()).toBeVisible();
	await expect(page.locator('h1 [lang=en]')).toBeVisible();
	await chooseMode(page, 'both');
	await pocket.close();
});

test('in the first months one reads from when one can choose; the order is free', async ({
	browser,
}) => {
	const pocket = await signedIn(browser, tenants.heerenveen, 'omar');
	const page = await pocket.newPage();
	await page.goto('/taal');
	await expect(page.locator('[name=mode]')).toHaveCount(0);
	await expect(page.getByText(/Vanaf \w+ \d+ \w+ 20\d\d kunt u zelf kiezen\./)).toBeVisible();
	const answer = await page.request.post('/taal?/mode', {
		form: { mode: 'dutchOnly' },
		headers: { origin: tenants.heerenveen, accept: 'text/html' },
	});
	expect(answer.status()).toBe(400);
	await page.locator('[name=top][value=dutch]').check();
	await page.locator('form[action="?/top"] button').click();
	await expect(page.getByRole('status')).toBeVisible();
	await page.goto('/vandaag');
	await expect(page.locator('h1 > span').first()).toHaveAttribute('lang', 'nl');
	await expect(page.locator('h1 > span').last()).toHaveAttribute('lang', 'ar');
	await page.goto('/plan');
	await expect(page.locator('main h2 > span').first()).toHaveAttribute('lang', 'nl');
	await pocket.close();
});

test('nobody chooses for somebody else, and no form leads away from the portal', async ({
	browser,
}) => {
	const desk = await signedIn(browser, address, 'carla');
	const headers = { origin: address, accept: 'text/html' };
	const post = (action: string, form: Record<string, string>) =>
		desk.request.post(`${address}/taal?/${action}`, { form, headers, maxRedirects: 0 });
	expect((await post('mode', { mode: 'both' })).status()).toBe(404);
	expect((await post('top', { top: 'dutch' })).status()).toBe(404);
	await desk.close();
	const pocket = await signedIn(browser, address, 'joy');
	for (const back of ['//evil.example', 'https://evil.example/', '/\\evil.example', '/a/../b?c']) {
		const form = { mode: 'both', back };
		const answer = await pocket.request.post(`${address}/taal?/mode`, {
			form,
			headers,
			maxRedirects: 0,
		});
		expect([back, answer.status()]).toEqual([back, 400]);
	}
	await pocket.close();
});
