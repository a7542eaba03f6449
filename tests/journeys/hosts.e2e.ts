import { type Browser, expect, type Page, test } from '@playwright/test';
import { declareHours } from '../browser/hours.ts';
import { complaints } from '../browser/inspection.ts';
import { phone, signedIn, tenants } from '../browser/world.ts';

const address = tenants.heerenveen;

/** They are all Mehret, who has one unfinished form at a time. */
test.describe.configure({ mode: 'default' });

/** A phone of somebody who has nothing to do with the portal. */
async function strangersPhone(browser: Browser, javaScriptEnabled: boolean) {
	const context = await browser.newContext({
		baseURL: address,
		viewport: phone,
		javaScriptEnabled,
	});
	return context.newPage();
}

/** From an entry to the code on the screen; gives the address in it. */
async function showCode(page: Page, receipt: string): Promise<string> {
	await page.goto(receipt);
	await page.locator('a[href$="/bevestigen"]').click();
	await page.locator('form[action="?/make"] button[type=submit]').click();
	await expect(page.locator('svg.qr path')).toBeVisible();
	return page.locator('#address').inputValue();
}

test('side by side: the code on one phone, three answers on the other without JavaScript, evidence at the desk', async ({
	browser,
}) => {
	const pocket = await signedIn(browser, address, 'mehret');
	const page = await pocket.newPage();
	const place = 'Buurthuis De Kern';
	const said = { organisation: place, photo: null };
	const first = await declareHours(page, { ...said, minutes: 120, daysAgo: 1 });
	const second = await declareHours(page, { ...said, minutes: 180, daysAgo: 2 });
	const third = await declareHours(page, { ...said, minutes: 240, daysAgo: 3 });
	const link = await showCode(page, first);
	expect(link).toMatch(/\/organisatie\/[\w-]{22}$/);

	await page.goto(link);
	await expect(page.getByText('U bent hier zelf ingelogd.', { exact: false })).toBeVisible();
	await expect(page.locator('input[type=radio]')).toHaveCount(0);

	const host = await strangersPhone(browser, false);
	const answer = await host.goto(link);
	expect(answer?.headers()).toMatchObject({
		'cache-control': 'private, no-store',
		'x-robots-tag': 'noindex, nofollow',
		'referrer-policy': 'same-origin',
	});
	await expect(host.getByText('Mehret vraagt of u dit wilt bevestigen.')).toBeVisible();
	const seen = (await host.locator('body').textContent()) ?? '';
	expect(seen).not.toMatch(/Abraha|Buurthuis|BSN|foto|plan\b/i);

	const lines = host.locator('fieldset.line');
	await expect(lines).toHaveCount(3);
	await host.getByRole('button', { name: 'Versturen' }).click();
	await expect(host.getByText('Vul dit in.').first()).toBeVisible();
	await lines.nth(2).getByText('Klopt').click();
	await lines.nth(1).getByText('Ander aantal uren').click();
	await lines.nth(1).locator('select').selectOption({ label: '2 uur' });
	await lines.nth(0).getByText('Was hier niet').click();
	await host.getByLabel('Uw naam').fill('Gerda <b>de Vries</b>');
	await host.getByLabel('Uw functie').fill('coördinator');
	await host.getByRole('button', { name: 'Versturen' }).click();
	await expect(host.getByText('Uw antwoord is verstuurd.', { exact: false })).toBeVisible();

	expect((await host.goto(link))?.status()).toBe(404);
	await expect(host.getByText('Deze link werkt niet meer')).toBeVisible();

	for (const [receipt, words] of [
		[first, 'De organisatie zegt: de uren kloppen.'],
		[second, 'De organisatie zegt: het was 2 uur.'],
		[third, 'De organisatie zegt: u was hier niet.'],
	] as const) {
		await page.goto(receipt);
		await expect(page.getByText(words)).toBeVisible();
		await expect(page.getByText('Gerda')).toHaveCount(0);
	}

	const desk = await signedIn(browser, address, 'bart', { viewport: { width: 1280, height: 900 } });
	const staff = await desk.newPage();
	await staff.goto('/staf/uren');
	const row = (words: string) =>
		staff.locator('tr', { hasText: 'Mehret' }).filter({ hasText: words });
	await expect(row('De organisatie zegt: klopt.')).toHaveCount(1);
	await expect(row('De organisatie zegt: het was 2 uur.')).toContainText(
		'Organisatie: ander aantal',
	);
	await expect(row('was hier niet.')).toContainText('Organisatie: was er niet');
	await expect(row('was hier niet.').locator('input[type=checkbox]')).toHaveCount(0);
	await staff.goto(third.replace('/uren/', '/staf/uren/'));
	await expect(staff.getByText('Gerda <b>de Vries</b>')).toBeVisible();
	await expect(staff.getByText('Naam en functie zijn niet gecontroleerd.')).toBeVisible();
	for (const context of [pocket, desk, host.context()]) await context.close();
});

test('what was taken back is no longer asked, and a revoked code opens nothing', async ({
	browser,
}) => {
	const pocket = await signedIn(browser, address, 'mehret');
	const page = await pocket.newPage();
	const said = { organisation: 'Speeltuin Noord', photo: null };
	const kept = await declareHours(page, { ...said, minutes: 120 });
	const gone = await declareHours(page, { ...said, minutes: 120, daysAgo: 1 });
	const link = await showCode(page, kept);
	await page.goto(gone);
	await page.locator('form[action="?/withdraw"] button').click();

	const host = await strangersPhone(browser, true);
	const heard = complaints(host);
	await host.goto(link);
	await expect(host.getByText('Niet meer nodig.', { exact: false })).toHaveCount(1);
	await expect(host.locator('input[type=radio]')).toHaveCount(3);
	await expect(host.locator('select')).toBeHidden();
	await host.getByText('Ander aantal uren').click();
	await expect(host.locator('select')).toBeVisible();
	expect(heard).toEqual([]);

	await page.goto(`${kept}/bevestigen`);
	await page.locator('form[action="?/revoke"] button').click();
	await expect(page.locator('form[action="?/make"]')).toBeVisible();
	await host.getByText('Klopt', { exact: true }).click();
	await host.getByLabel('Uw naam').fill('Gerda');
	await host.getByLabel('Uw functie').fill('coördinator');
	await host.getByRole('button', { name: 'Versturen' }).click();
	await expect(host.getByText('Deze link werkt niet meer')).toBeVisible();
	expect((await host.goto('/organisatie/AAAAAAAAAAAAAAAAAAAAAA'))?.status()).toBe(404);
	await expect(host.getByText('Deze link werkt niet meer')).toBeVisible();
	for (const context of [pocket, host.context()]) await context.close();
});

test('a poster on the wall: staff make it, the host reads the code of the day, the person types it', async ({
	browser,
}) => {
	const desk = await signedIn(browser, address, 'bart', { javaScriptEnabled: false });
	const staff = await desk.newPage();
	await staff.goto('/staf/posters');
	await staff.getByRole('button', { name: 'Poster maken' }).click();
	await expect(staff.getByText('Vul dit in.')).toBeVisible();
	await staff.getByLabel('Naam van de organisatie').fill('Zwembad De Golf');
	await staff.getByRole('button', { name: 'Poster maken' }).click();
	await expect(staff.locator('svg.qr')).toBeVisible();
	const wall = staff.url().replace('/staf/posters/', '/uren/poster/');
	const page = await staff.locator('#page').inputValue();
	await staff.emulateMedia({ media: 'print' });
	await expect(staff.locator('#page')).toBeHidden();
	await expect(staff.locator('svg.qr')).toBeVisible();
	await staff.emulateMedia({ media: null });

	const host = await strangersPhone(browser, false);
	const shown = await host.goto(page);
	expect(shown?.headers()['x-robots-tag']).toBe('noindex, nofollow');
	const code = ((await host.locator('.code').textContent()) ?? '').replaceAll(/\D/g, '');
	expect(code).toMatch(/^\d{6}$/);

	const pocket = await browser.newContext({ baseURL: address, viewport: phone });
	const mehret = await pocket.newPage();
	await mehret.goto(wall);
	await expect(mehret).toHaveURL(/\/inloggen/);
	await mehret.locator('a[href="/inloggen/digid"]').click();
	await mehret.locator('a[href$="persona=mehret"]').click();
	await expect(mehret).toHaveURL(wall);
	await pocket.close();
	const own = await signedIn(browser, address, 'mehret');
	const person = await own.newPage();
	await person.goto(wall);
	await person.locator('form[action="?/start"] button').click();
	await expect(person).toHaveURL(/\/uren\/nieuw\/[\w-]{22}\/wat$/);
	await declareHours(person, { organisation: 'zwembad de golf', minutes: 90, photo: null });
	const receipt = new URL(person.url()).pathname;

	await person.goto(wall);
	const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
	for (const [typed, words] of [
		['123', 'De code heeft 6 cijfers.'],
		[wrong, 'Dit is niet de code van vandaag.'],
	] as const) {
		await person.locator('[name=code]').fill(typed);
		await person.locator('form[action="?/confirm"] button').click();
		await expect(person.getByText(words, { exact: false })).toBeVisible();
	}
	await person.locator('[name=code]').fill(code);
	await person.locator('form[action="?/confirm"] button').click();
	await expect(person.getByText('De code van vandaag was goed.', { exact: false })).toBeVisible();
	await person.goto(receipt);
	await expect(person.getByText('De dagcode van de organisatie was goed.')).toBeVisible();

	await staff.goto(receipt.replace('/uren/', '/staf/uren/'));
	await expect(staff.getByText('Dagcode goed bij Zwembad De Golf.')).toBeVisible();
	await staff.goto(wall.replace('/uren/poster/', '/staf/posters/'));
	await staff.getByRole('button', { name: 'Poster intrekken' }).click();
	await expect(staff.getByText('ingetrokken of verlopen')).toBeVisible();
	expect((await person.goto(wall))?.status()).toBe(404);
	expect((await host.goto(page))?.status()).toBe(404);
	for (const context of [desk, own, host.context()]) await context.close();
});
