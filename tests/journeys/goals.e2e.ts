import { expect, test } from '@playwright/test';
import { signedIn, tenants } from '../browser/world.ts';

for (const javaScriptEnabled of [true, false]) {
	test(`the klantmanager says how far a goal is, and the person reads it (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const nth = javaScriptEnabled ? 1 : 2;
		const desk = await signedIn(browser, tenants.heerenveen, 'anna', { javaScriptEnabled });
		const staff = await desk.newPage();
		await staff.goto('/staf/mensen?zoek=y%C4%B1ld%C4%B1z');
		await staff.getByRole('link', { name: 'Yıldız' }).first().click();
		await staff.getByRole('link', { name: 'Doelen bijwerken' }).click();
		await expect(
			staff.getByText('Dit verandert het besluit niet.', { exact: false }),
		).toBeVisible();
		const goal = staff.locator('section.card').nth(nth);
		const colleague = await desk.newPage();
		await colleague.goto(staff.url());

		await goal.getByRole('button', { name: 'Bezig', exact: true }).first().click();
		await expect(staff.getByText('Bewaard.')).toBeVisible();
		await expect(goal.locator('[aria-pressed=true]').first()).toHaveText('Bezig');

		const other = colleague.locator('section.card').nth(nth);
		await other.getByRole('button', { name: 'Klaar', exact: true }).first().click();
		await expect(colleague.getByText('Iemand anders heeft dit intussen veranderd.')).toBeVisible();
		await expect(other.locator('[aria-pressed=true]').first()).toHaveText('Bezig');

		await goal.getByText('Andere dag kiezen').click();
		await goal.getByLabel('Nieuwe dag').fill('2020-01-01');
		await goal.getByLabel('Waarom?').selectOption({ label: 'Er is meer tijd nodig.' });
		await goal.getByRole('button', { name: 'Nieuwe dag bewaren' }).click();
		await expect(goal.getByText('Kies een dag vanaf vandaag.')).toBeVisible();
		await goal.getByLabel('Nieuwe dag').fill('2027-02-01');
		await goal.getByRole('button', { name: 'Nieuwe dag bewaren' }).click();
		await expect(staff.getByText('Bewaard.')).toBeVisible();
		await goal.locator('.list').getByRole('button', { name: 'Klaar', exact: true }).first().click();
		await expect(goal.locator('.list [aria-pressed=true]').first()).toHaveText('Klaar');
		await desk.close();

		const pocket = await signedIn(browser, tenants.heerenveen, 'elif', { javaScriptEnabled });
		const page = await pocket.newPage();
		for (const path of ['/plan', '/plan/versie/1']) {
			await page.goto(path);
			const mine = page.locator('section[aria-labelledby^="plan-doel-"]').nth(nth);
			await expect(mine.getByText('Bezig. Bijgewerkt op', { exact: false })).toBeVisible();
			await expect(mine.getByText('Devam ediyor.', { exact: false })).toBeVisible();
			await expect(mine.getByText('Nieuwe dag:', { exact: false })).toBeVisible();
			await expect(mine.getByText('Er is meer tijd nodig.')).toBeVisible();
			await expect(
				mine.locator('.list').getByText('Klaar op', { exact: false }).first(),
			).toBeVisible();
		}
		await pocket.close();
	});
}
