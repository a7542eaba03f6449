import { expect, type Locator, type Page, test } from '@playwright/test';
import { phone, signedIn, tenants } from '../browser/world.ts';

const stories = [
	{ persona: 'senait', javaScriptEnabled: true },
	{ persona: 'rima', javaScriptEnabled: false },
] as const;

for (const { persona, javaScriptEnabled } of stories) {
	test(`what is planned, and whether one comes (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const pocket = await signedIn(browser, tenants.heerenveen, persona, { javaScriptEnabled });
		const page = await pocket.newPage();

		await page.goto('/vandaag');
		await page.getByRole('link', { name: 'Hele agenda bekijken' }).click();
		await expect(page).toHaveURL(/\/agenda$/);
		const tomorrow = day(page, 'Morgen: dinsdag 24 november');
		await expect(tomorrow).toContainText('09.00 uur tot 12.00 uur');
		await expect(tomorrow).toContainText('Pen en papier');
		await expect(tomorrow).not.toContainText('Komt u?');

		await tomorrow.getByRole('link', { name: 'Les', exact: false }).first().click();
		const coming = page.locator('section.card-first');
		await cannot(page, 'Mijn kind is ziek');
		await expect(coming).toContainText('U kunt niet');
		await expect(coming).toContainText('Mijn kind is ziek');
		await expect(coming).toContainText(/Gezegd op maandag 23 november, \d\d\.\d\d uur/);
		await coming.getByRole('button', { name: 'Ik kom' }).click();
		await expect(coming).toContainText('U komt');
		await expect(coming.locator('.coming')).not.toContainText('Mijn kind is ziek');
		await expect(coming.getByRole('button', { name: 'Ik kom' })).toHaveCount(0);
		await page.goto('/agenda');
		await expect(tomorrow).toContainText('U komt');

		const thursday = day(page, 'donderdag 26 november');
		const appointment = thursday.locator('article', { hasText: 'Kinderopvang' });
		await expect(appointment).toContainText('Op dezelfde tijd:');
		await expect(appointment).toContainText('Er is een tolk bij:');
		await expect(appointment).toContainText('Komt u?');
		const map = appointment.getByRole('link', { name: 'Kaart (andere website)' });
		await expect(map).toHaveAttribute(
			'href',
			/^https:\/\/www\.openstreetmap\.org\/search\?query=C/,
		);
		await expect(map).toHaveAttribute('rel', /noreferrer/);
		const lesson = thursday.locator('article').filter({ hasNotText: 'Kinderopvang' });
		await expect(lesson).toContainText('11.15 uur tot 12.00 uur');
		await lesson.getByRole('link').first().click();
		await expect(page.getByText('Kies wat u doet.', { exact: false })).toBeVisible();
		await cannot(page, 'Ik heb een andere afspraak');
		await expect(page.getByText('Op dezelfde tijd:')).toHaveCount(0);

		await page.goto('/agenda');
		await page.getByRole('link', { name: 'Later' }).click();
		const moved = day(page, 'woensdag 2 december').locator('article', { hasText: 'Les' });
		await expect(moved).toContainText('Nieuwe tijd');
		await expect(moved).toContainText('Het was eerst: dinsdag 1 december, 09.00 uur');
		await expect(moved).toContainText('De ruimte is niet vrij.');
		await expect(moved).toContainText('De tijd is veranderd. Komt u dan?');
		await moved.getByRole('link').first().click();
		await expect(coming).toContainText('De tijd is veranderd. Komt u dan?');
		await coming.getByRole('button', { name: 'Ik kom' }).click();
		await expect(coming).toContainText('U komt');

		await page.goto('/agenda?vanaf=2026-11-30');
		const off = day(page, 'donderdag 3 december').locator('article');
		await expect(off).toContainText('Gaat niet door');
		await expect(off).toContainText('De docent is er niet.');
		await expect(off.locator('del')).toContainText('09.00 uur tot 12.00 uur');
		await off.getByRole('link').first().click();
		await expect(page.getByText('Gaat niet door')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Ik kom' })).toHaveCount(0);
		await pocket.close();
	});

	test(`afterwards one can still say why (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const pocket = await signedIn(browser, tenants.heerenveen, persona, { javaScriptEnabled });
		const page = await pocket.newPage();
		await page.goto('/agenda');
		await page.getByRole('link', { name: 'Eerder' }).click();
		const past = day(page, 'maandag 16 november').locator('article').first();
		await past.getByRole('link').first().click();
		await expect(page.getByText('Dit is voorbij')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Ik kom' })).toHaveCount(0);
		await cannot(page, 'Ik ben ziek', 'Ik kon niet');
		await expect(page.locator('section.card-first')).toContainText('U kon niet');

		await page.goto('/agenda/week/2026-W47');
		await page.getByRole('link', { name: 'Naar vandaag' }).click();
		await expect(page).toHaveURL(/\/agenda\/week\/2026-W48$/);
		await expect(page.locator('li[aria-current=date]')).toContainText('maandag 23 november');
		await pocket.close();
	});
}

test('what is not one’s own is not found, and no other time is taken for an answer', async ({
	browser,
}) => {
	const theirs = await signedIn(browser, tenants.heerenveen, 'farid');
	const page = await theirs.newPage();
	await page.goto('/agenda');
	const href = await page.locator('article h3 a').first().getAttribute('href');
	const pocket = await signedIn(browser, tenants.heerenveen, 'senait', { viewport: phone });
	const headers = { origin: tenants.heerenveen, accept: 'text/html' };
	const answer = async (path: string, form: Record<string, string>) =>
		(await pocket.request.post(path, { form, headers, maxRedirects: 0 })).status();
	expect((await pocket.request.get(href ?? '')).status()).toBe(404);
	const form = { key: 'A'.repeat(22) };
	expect(await answer(`${href}?/come`, form)).toBe(404);
	const own = await pocket.newPage();
	await own.goto('/agenda');
	const mine = await own.locator('article h3 a').nth(1).getAttribute('href');
	expect(await answer(`${mine}?/come`, form)).toBe(303);
	expect(await answer(`${mine}?/come`, form)).toBe(303);
	expect(await answer(`${mine}?/come`, { key: 'short' })).toBe(400);
	expect(await answer(`${mine}?/cannot`, form)).toBe(400);
	expect(await answer(`${mine}?/cannot`, { ...form, reason: 'lazy' })).toBe(400);
	for (const wrong of [
		'x',
		`${mine?.slice(8, 30)}.2026-11-29`,
		`${mine?.slice(8, 30)}.2026-02-30`,
	]) {
		expect((await pocket.request.get(`/agenda/${wrong}`)).status()).toBe(404);
	}
	for (const week of ['2026-W54', '2026-48', '0000-W01']) {
		expect((await pocket.request.get(`/agenda/week/${week}`)).status()).toBe(404);
	}
	expect((await pocket.request.get('/agenda?vanaf=9999-99-99')).status()).toBe(200);
	await theirs.close();
	await pocket.close();
});

/** The part of the list that is about a day. */
function day(page: Page, title: string): Locator {
	return page.locator('section', { has: page.getByRole('heading', { name: title }) });
}

async function cannot(page: Page, reason: string, question = 'Ik kan niet') {
	await page.locator('summary', { hasText: question }).click();
	await page.getByRole('button', { name: reason }).click();
	await expect(page).toHaveURL(/\?gezegd$/);
}
