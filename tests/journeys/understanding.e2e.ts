import { expect, test } from '@playwright/test';
import { signedIn, tenants } from '../browser/world.ts';

for (const javaScriptEnabled of [true, false]) {
	test(`not understood: the klantmanager sees it, and it is spoken about (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const pocket = await signedIn(browser, tenants.heerenveen, 'elif', { javaScriptEnabled });
		const page = await pocket.newPage();
		await page.goto('/plan');
		await expect(page.locator('html')).toHaveAttribute('lang', 'tr');
		await expect(page.getByText('Dit is geen handtekening.', { exact: false })).toBeVisible();
		await expect(page.getByText('U las dit plan op', { exact: false })).toBeVisible();
		const number = javaScriptEnabled ? 1 : 2;
		const answers = page.locator(`#afspraak-${number}`);
		await answers.getByRole('button', { name: 'Ik begrijp het niet' }).click();
		await expect(page).toHaveURL(new RegExp(`/plan#afspraak-${number}$`));
		await expect(answers.locator('[aria-pressed=true]')).toContainText('Anlamıyorum');
		await expect(answers.getByText('Uw klantmanager ziet dit en praat met u.')).toBeVisible();
		const words = await page.locator('li', { has: answers }).locator('.dutch').first().innerText();

		const desk = await signedIn(browser, tenants.heerenveen, 'anna', { javaScriptEnabled });
		const staff = await desk.newPage();
		await staff.goto('/staf/werkvoorraad');
		const row = staff.locator('#gesprekken tr', { hasText: words });
		await expect(row).toContainText('Niet begrepen');
		await row.getByRole('link', { name: 'Yıldız' }).click();
		await expect(staff.getByText('Voor het volgende gesprek')).toBeVisible();
		await expect(staff.locator('li', { hasText: words })).toContainText('Niet begrepen');
		await expect(staff.getByText('Gelezen op', { exact: false })).toBeVisible();

		await staff.goto('/staf/werkvoorraad');
		await row.getByRole('button', { name: 'Besproken' }).click();
		await expect(staff.getByText('Verwerkt.')).toBeVisible();
		await expect(row).toHaveCount(0);
		await page.reload();
		await expect(answers.getByText('Hierover is gepraat op', { exact: false })).toBeVisible();

		await answers.getByRole('button', { name: 'Ik begrijp het', exact: false }).first().click();
		await expect(answers.locator('[aria-pressed=true]')).toContainText('Anlıyorum');
		await staff.goto('/staf/werkvoorraad');
		await expect(row).toHaveCount(0);
		await desk.close();
		await pocket.close();
	});
}
