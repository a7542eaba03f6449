import { expect, test } from '@playwright/test';
import { phone, signedIn, tenants } from '../browser/world.ts';

const address = tenants.heerenveen;

test('somebody looks along at what was allowed, the person reads when, and ends it', async ({
	browser,
}) => {
	const pocket = await signedIn(browser, address, 'samira');
	const page = await pocket.newPage();
	await page.goto('/hulp');
	await page.locator('a[href="/hulp/meekijken"]').click();
	await expect(page.getByText('Nu kijkt niemand met u mee.')).toBeVisible();
	await page.locator('a[href="/hulp/meekijken/nieuw"]').click();
	await expect(
		page.getByText('Mag deze persoon dit echt van u zien?', { exact: false }),
	).toBeVisible();
	for (const scope of ['agenda', 'hours', 'plan']) await page.locator(`[name=${scope}]`).uncheck();
	await page.locator('[name=name]').fill('Samir');
	await page.getByRole('button', { name: 'Maak een code' }).click();
	await expect(page.locator('#sees-problem')).toBeVisible();
	await expect(page.locator('[name=name]')).toHaveValue('Samir');
	for (const scope of ['agenda', 'hours']) await page.locator(`[name=${scope}]`).check();
	await page.getByRole('button', { name: 'Maak een code' }).click();
	const link = await page.locator('#address').inputValue();
	expect(link).toMatch(/\/meekijken\/begin\/[\w-]{22}$/);
	await expect(page.locator('svg.qr')).toBeVisible();

	// Their own phone is no other phone.
	await page.goto(link);
	await expect(page.getByText('Dit is uw eigen telefoon.', { exact: false })).toBeVisible();
	await expect(page.locator('form[method=post] button', { hasText: 'Kijk mee' })).toHaveCount(0);

	const other = await browser.newContext({ baseURL: address, viewport: phone, locale: 'nl' });
	const helper = await other.newPage();
	await helper.goto(link);
	await expect(helper.getByRole('heading', { name: 'Meekijken met Samira' })).toBeVisible();
	await helper.getByRole('button', { name: 'Kijk mee op deze telefoon' }).click();
	await expect(helper).toHaveURL(/\/meekijken$/);
	await helper.locator('.big-links a[href="/meekijken/agenda"]').click();
	await expect(helper.getByRole('heading', { name: 'Uw agenda' })).toBeVisible();
	await helper.locator('.tabs a[href="/meekijken/uren"]').click();
	expect(helper.url()).toMatch(/\/meekijken\/uren$/);
	expect((await other.request.get('/meekijken/plan')).status()).toBe(404);
	expect((await other.request.get('/meekijken/berichten')).status()).toBe(404);
	expect((await other.request.get('/plan')).status()).toBe(404);

	const late = await browser.newContext({ baseURL: address, viewport: phone, locale: 'nl' });
	const third = await late.newPage();
	await third.goto(link);
	await expect(third.getByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible();

	await page.goto('/hulp/meekijken');
	const looks = page.locator('section[aria-labelledby=looks]');
	await expect(looks).toContainText(
		/Samir keek op maandag 23 november om \d\d\.\d\d uur naar uw agenda\./,
	);
	await expect(looks).toContainText('naar uw uren.');
	await expect(looks).not.toContainText('naar uw plan.');
	await expect(looks.locator('[lang="fa-AF"]').filter({ hasText: 'Samir' }).first()).toContainText(
		'را دید',
	);

	await page.locator('a[href^="/hulp/meekijken/"]', { hasText: 'Samir' }).click();
	await page.getByRole('button', { name: 'Maak een nieuwe code' }).click();
	const renewed = await page.locator('#address').inputValue();
	expect(renewed).not.toBe(link);
	await helper.goto('/meekijken/agenda');
	await expect(helper.getByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible();
	await helper.goto(renewed);
	await helper.getByRole('button', { name: 'Kijk mee op deze telefoon' }).click();
	await expect(helper).toHaveURL(/\/meekijken$/);

	await page.reload();
	await page.getByRole('button', { name: 'Stop het meekijken' }).click();
	await expect(page.getByText('Dit meekijken is gestopt.')).toBeVisible();
	await helper.reload();
	await expect(helper.getByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible();
	await Promise.all([pocket.close(), other.close(), late.close()]);
});

test('who chose veilig contact is not offered it, and reads why', async ({ browser }) => {
	const pocket = await signedIn(browser, address, 'samira');
	const page = await pocket.newPage();
	const say = async (action: 'safe' | 'unsafe') => {
		const answer = await pocket.request.post(`/meldingen/keuze?/${action}`, {
			form: {},
			headers: { origin: address, accept: 'text/html' },
			maxRedirects: 0,
		});
		expect(answer.status()).toBe(303);
	};
	await say('safe');
	for (const path of ['/hulp/meekijken', '/hulp/meekijken/nieuw']) {
		await page.goto(path);
		await expect(page.getByText('U koos veilig contact.', { exact: false })).toBeVisible();
		await expect(page.getByRole('button', { name: 'Maak een code' })).toHaveCount(0);
	}
	await say('unsafe');
	await pocket.close();
});
