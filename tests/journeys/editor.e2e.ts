import { expect, test } from '@playwright/test';
import { signedIn, tenants } from '../browser/world.ts';

test('somebody new: refused with what was typed kept, then a plan is made and published', async ({
	browser,
}) => {
	const desk = await signedIn(browser, tenants.heerenveen, 'anna', {
		viewport: { width: 1280, height: 900 },
	});
	const page = await desk.newPage();
	await page.goto('/staf/mensen/nieuw');
	await page.locator('[name=givenName]').fill('Miriam');
	await page.locator('[name=familyName]').fill('Proef');
	await page.locator('[name=bsn]').fill('123456789');
	await page.locator('main form button[type=submit]').click();
	await expect(page.getByText('Dit nummer klopt niet.', { exact: false })).toBeVisible();
	await expect(page.locator('[name=givenName]')).toHaveValue('Miriam');

	await page.locator('[name=bsn]').fill('999990019');
	await page.locator('[name=bornOn]').fill('1991-03-04');
	await page.locator('[name=groepDetail]').selectOption('asielstatushouder');
	await page.locator('[name=plichtSinceOn]').fill('2026-09-01');
	await page.locator('[name=notifiedOn]').fill('2026-09-14');
	await page.locator('[name=brpRegisteredOn]').fill('2026-09-10');
	await page.locator('[name=language]').selectOption('ti');
	await page.locator('main form button[type=submit]').click();
	await expect(page).toHaveURL(/\/staf\/mensen\/[\w-]{22}/);
	await expect(page.getByText('maandag 23 november 2026', { exact: false }).first()).toBeVisible();
	await expect(page.locator('main')).not.toContainText('999990019');

	await page.locator('a[href$="/plan"]').first().click();
	await page.locator('[name=leerroute]').selectOption('Z');
	await page.locator('[name=niveau]').selectOption('');
	await page.locator('[name=courseHours]').fill('800');
	await page.locator('[name=voortgangsgesprekken]').fill('2');
	await page.locator('[name=begeleidingLastOn]').fill('2028-05-01');
	await page.locator('[name=zelfredzaamheidLastOn]').fill('2028-05-01');
	await page.getByRole('button', { name: 'Concept bewaren' }).first().click();
	await expect(page.getByText('Bewaard.', { exact: true })).toBeVisible();
	await page.locator('button[formaction="?/suggest"]').click();
	const rows = page.locator('#afspraken ol > li');
	await expect(rows.nth(2)).toBeVisible();
	const count = await rows.count();
	await page.locator('button[formaction="?/down"]').first().click();
	await page.locator('button[formaction="?/up"]').first().click();
	await page.locator('button[formaction="?/remove"]').last().click();
	await expect(rows).toHaveCount(count - 1);

	await page.locator('select[name=sentence]').selectOption('taalmaatje');
	await page.locator('button[formaction="?/choose"]').click();
	await page.locator('[name=slot-partner]').fill('Taalhuis');
	await page.locator('button[formaction="?/add"]').click();
	await expect(rows).toHaveCount(count);
	await page.locator('[name=ownParty]').selectOption('gemeente');
	await page.locator('[name=ownWords]').fill('Wij bellen u elke maand.');
	await page.locator('button[formaction="?/own"]').click();
	await expect(rows).toHaveCount(count + 1);

	await page.locator('a[href$="/plan/voorbeeld"]').first().click();
	await expect(page.locator('[lang=ti]').first()).toBeVisible();
	await page.getByRole('link', { name: 'Publiceer nu' }).click();
	await page.getByLabel('De brief gaat vandaag op de post').check();
	await page.getByRole('button', { name: 'Vaststellen en verzenden' }).click();
	await expect(page).toHaveURL(/\/staf\/mensen\/[\w-]{22}/);
	await desk.close();
});

test('two klantmanagers on one draft: the second is told and loses nothing', async ({
	browser,
}) => {
	const contexts = await Promise.all(
		['bart', 'tessa'].map((persona) => signedIn(browser, tenants.heerenveen, persona)),
	);
	const [first, second] = await Promise.all(contexts.map((context) => context.newPage()));
	if (!first || !second) throw new Error('two pages');
	await first.goto('/staf/mensen');
	const address = await first.locator('table a[href^="/staf/mensen/"]').nth(3).getAttribute('href');
	await first.goto(`${address}/plan`);
	await second.goto(`${address}/plan`);
	for (const [page, words] of [
		[first, 'Eerste.'],
		[second, 'Tweede, met meer woorden.'],
	] as const) {
		await page.locator('[name=ownParty]').selectOption('you');
		await page.locator('[name=ownWords]').fill(words);
		await page.locator('button[formaction="?/own"]').click();
	}
	await expect(
		second.getByText('Iemand anders heeft het plan intussen bewaard.', { exact: false }).first(),
	).toBeVisible();
	await expect(second.getByText('Tweede, met meer woorden.').first()).toBeVisible();
	for (const context of contexts) await context.close();
});
