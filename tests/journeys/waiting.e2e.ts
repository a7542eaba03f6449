import { expect, test } from '@playwright/test';
import { signedIn, tenants } from '../browser/world.ts';

test('waiting: staff write it down, the person sees it with who has the ball, and that it is over', async ({
	browser,
}) => {
	const desk = await signedIn(browser, tenants.heerenveen, 'anna', { javaScriptEnabled: false });
	const anna = await desk.newPage();
	await anna.goto('/staf/mensen?zoek=adnan');
	await anna.getByRole('link', { name: 'Adnan' }).first().click();
	await anna.getByRole('link', { name: 'Wachten' }).click();
	await expect(anna.getByText('Deze persoon wacht nergens op.')).toBeVisible();
	const form = anna.locator('form[action^="?/record"]');
	await form.getByLabel('Waar wacht deze persoon op?').selectOption({ label: 'Kinderopvang' });
	await form.getByLabel('Wie is aan zet?').selectOption({ label: 'Gemeente' });
	await form.getByLabel('Sinds wanneer?').fill('2026-11-30');
	await form.locator('button[type=submit]').click();
	await expect(anna.locator('.field-wrong')).toHaveCount(1);
	await form.getByLabel('Sinds wanneer?').fill('2026-11-02');
	await form.getByLabel('Wanneer is het waarschijnlijk klaar?').fill('2026-12-18');
	await form.locator('button[type=submit]').click();
	await expect(anna.getByText('De inburgeraar ziet dit ook.')).toBeVisible();

	const pocket = await signedIn(browser, tenants.heerenveen, 'adnan', { javaScriptEnabled: false });
	const page = await pocket.newPage();
	for (const path of ['/vandaag', '/plan/tijdlijn']) {
		await page.goto(path);
		const waits = page.locator('li.entry', { hasText: 'U wacht op kinderopvang' }).first();
		await expect(waits).toContainText('Sinds maandag 2 november 2026');
		await expect(waits).toContainText('vrijdag 18 december 2026');
		await expect(waits).toContainText('De gemeente is aan zet');
		await expect(waits).toContainText('حضانة الأطفال');
	}

	await anna.getByRole('link', { name: 'Veranderen' }).click();
	await form.getByLabel('Sinds wanneer is het voorbij?').fill('2026-11-20');
	await form.locator('button[type=submit]').click();
	await expect(anna.getByText('Deze persoon wacht nergens op.')).toBeVisible();
	await expect(anna.getByText('Eerder')).toBeVisible();
	await page.goto('/plan/tijdlijn');
	await expect(page.getByText('U wacht op kinderopvang')).toHaveCount(0);
});

test('who waits longer than expected stands in the werkvoorraad', async ({ browser }) => {
	const desk = await signedIn(browser, tenants.heerenveen, 'anna');
	const anna = await desk.newPage();
	await anna.goto('/staf/werkvoorraad');
	const row = anna.locator('#wachten li', { hasText: 'Hala Kassem' });
	await expect(row).toContainText('Een groep');
	await expect(row).toContainText('woensdag 11 november 2026');
	await row.getByRole('link').click();
	await expect(anna.getByRole('heading', { name: 'Een groep' })).toBeVisible();
});
