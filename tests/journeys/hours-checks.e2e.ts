import { expect, test } from '@playwright/test';
import { declareHours, rowAtDesk } from '../browser/hours.ts';
import { signedIn, tenants } from '../browser/world.ts';

const place = 'Wijkcentrum De Brug';

test('the same as last time is one tap and a day; a long day is asked about, and sent anyway', async ({
	browser,
}) => {
	const pocket = await signedIn(browser, tenants.heerenveen, 'ayaan', { javaScriptEnabled: false });
	const page = await pocket.newPage();
	await declareHours(page, { organisation: place, minutes: 390, photo: null });

	await page.goto('/uren/nieuw');
	await page.locator('form[action="?/again"] button').click();
	await expect(page).toHaveURL(/\/wanneer$/);
	await page.locator('button[name=doneOn]').nth(1).click();
	await expect(page).toHaveURL(/\/bewijs$/);
	await expect(page.getByText(place)).toBeVisible();
	await expect(page.getByText('Klopt dit?')).toHaveCount(0);

	await page.locator('a.change[href$="/wanneer"]').click();
	await page.locator('button[name=doneOn]').first().click();
	await expect(page.getByText('Klopt dit?')).toBeVisible();
	await expect(
		page.getByText('Voor deze dag stuurde u al 6 uur en 30 minuten.', { exact: false }),
	).toBeVisible();
	await page.locator('form[action="?/send"] button[name=without]').click();
	await page.waitForURL(/\/uren\/[\w-]{22}/);
	await expect(page.getByText('U hebt het zo gestuurd.', { exact: false })).toBeVisible();
	const receipt = new URL(page.url()).pathname;

	const desk = await signedIn(browser, tenants.heerenveen, 'anna', {
		viewport: { width: 1280, height: 900 },
	});
	const staff = await desk.newPage();
	const asked = 'Voor deze dag was al 6 uur en 30 minuten gestuurd.';
	await staff.goto(receipt.replace('/uren/', '/staf/uren/'));
	await expect(staff.getByText(asked, { exact: false })).toBeVisible();
	const row = await rowAtDesk(staff, asked);
	await expect(row).toContainText('Nagevraagd');
	await expect(row.locator('input[type=checkbox]')).toHaveCount(0);
	await pocket.close();
	await desk.close();
});

test('hours can be explained: where they come from, how it goes, and what DUO is told', async ({
	browser,
}) => {
	const pocket = await signedIn(browser, tenants.heerenveen, 'amina');
	const page = await pocket.newPage();
	await page.goto('/uren');
	await page.locator('section.card-first summary').click();
	await expect(page.getByText('Lessen op school tellen apart.', { exact: false })).toBeVisible();
	await expect(page.locator('section.outlook')).toContainText('per week bent u klaar voor');

	const desk = await signedIn(browser, tenants.heerenveen, 'anna', {
		viewport: { width: 1280, height: 900 },
	});
	const staff = await desk.newPage();
	await staff.goto('/staf/mensen');
	await staff.getByRole('link', { name: 'Amina' }).first().click();
	await staff.goto(`${new URL(staff.url()).pathname}/uren`);
	await expect(staff.getByText('Norm voor participatie: 800 uur (B 3.14(2)b)')).toBeVisible();
	const known = staff.getByRole('cell', { name: /^\d+ uur, bekend tot / });
	await expect(known.first()).toBeVisible();
	await pocket.close();
	await desk.close();
});
