import { expect, test } from '@playwright/test';
import { phone, signedIn, tenants } from '../browser/world.ts';

test('through the broker: a link, a person, a portal; and out again', async ({ browser }) => {
	const context = await browser.newContext({ baseURL: tenants.heerenveen, viewport: phone });
	const page = await context.newPage();
	await page.goto('/inloggen');
	await page.getByRole('link', { name: 'Inloggen met DigiD' }).click();
	await page.getByRole('link', { name: 'Selam Tesfay' }).click();
	await expect(page).toHaveURL(/\/vandaag$/);
	await expect(page.locator('html')).toHaveAttribute('lang', 'ti');
	await page.locator('form[action="/uitloggen"] button').click();
	await expect(page).toHaveURL(/\/uitloggen$/);
	await expect(page.locator('a[href*="/session/end"]')).toBeVisible();
	await page.goto('/vandaag');
	await expect(page).toHaveURL(/\/inloggen$/);
	await context.close();
});

test('staff sign in at the door of the staff, on the other tenant too', async ({ browser }) => {
	const context = await browser.newContext({ baseURL: tenants.fermWerk });
	const page = await context.newPage();
	await page.goto('/staf/werkvoorraad');
	await expect(page).toHaveURL(/voor=medewerkers/);
	await page.getByRole('link', { name: 'Inloggen met werkaccount' }).click();
	await page.getByRole('link', { name: 'Carla Smit' }).click();
	await expect(page).toHaveURL(/\/staf\/werkvoorraad$/);
	await context.close();
});

test('the cookie of the sign-in is bound to the host and out of reach of scripts', async ({
	browser,
}) => {
	const context = await signedIn(browser, tenants.heerenveen, 'selam');
	const cookie = (await context.cookies()).find(({ name }) => name === '__Host-session');
	expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax', path: '/' });
	await context.close();
});

for (const javaScriptEnabled of [true, false]) {
	test(`a form sent after the sign-in ended comes back filled (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const context = await signedIn(browser, tenants.heerenveen, 'tessa', { javaScriptEnabled });
		const page = await context.newPage();
		await page.goto('/staf/gegevens');
		await page.locator('[name=officeHours]').fill('dinsdag 9.00–11.00 uur');
		const cookies = await context.cookies();
		const answer = await context.request.post(`${tenants.heerenveen}/uitloggen`, {
			headers: { origin: tenants.heerenveen, accept: 'text/html' },
			form: {},
			maxRedirects: 0,
		});
		expect(answer.status()).toBe(200);
		// Signing out took the cookie away; idling ends the sign-in and leaves it.
		await context.addCookies(cookies);
		await page.getByRole('button', { name: 'Opslaan' }).click();
		await expect(page).toHaveURL(/\/inloggen\?voor=medewerkers$/);
		await expect(page.getByText('Wat u hebt getypt, hebben wij bewaard.')).toBeVisible();
		await page.getByRole('link', { name: 'Inloggen met werkaccount' }).click();
		await page.getByRole('link', { name: 'Tessa Veenstra' }).click();
		await expect(page).toHaveURL(/\/staf\/gegevens$/);
		await expect(page.locator('[name=officeHours]')).toHaveValue('dinsdag 9.00–11.00 uur');
		await page.getByRole('button', { name: 'Opslaan' }).click();
		await expect(page.getByText('Uw gegevens zijn opgeslagen.')).toBeVisible();
		await context.close();
	});
}

test('two minutes before an unused sign-in ends one is told, and one tap stays', async ({
	browser,
}) => {
	const context = await signedIn(browser, tenants.heerenveen, 'selam');
	const page = await context.newPage();
	await page.clock.install();
	await page.goto('/uren');
	const warning = page.locator('dialog[data-session-seconds]');
	await expect(warning).toBeHidden();
	await page.clock.fastForward('12:59');
	await expect(warning).toBeHidden();
	await page.clock.fastForward('00:02');
	await expect(warning).toBeVisible();
	const stayed = page.waitForResponse((answer) => answer.url().endsWith('/sessie'));
	await warning.locator('button').click();
	expect((await stayed).status()).toBe(204);
	await expect(warning).toBeHidden();
	await page.clock.fastForward('13:01');
	await expect(warning).toBeVisible();
	await context.close();
});
