import { expect, type Page } from '@playwright/test';

/** What stands in the form of a planned conversation. */
export interface Talk {
	readonly heldOn: string;
	readonly language?: string;
}

/** Fills in when and where a plan is talked about; an interpreter is booked. */
export async function fillTalk(page: Page, { heldOn, language = 'ti' }: Talk) {
	await page.locator('[name=heldOn]').fill(heldOn);
	await page.locator('[name=startsAt]').fill('14:30');
	await page.locator('[name=place]').fill('Stadhuis, kamer 3');
	await page.locator('[name=interpreter]').selectOption('booked');
	await page.locator('[name=interpreterLanguage]').selectOption(language);
}

/** Plans the conversation about the draft for the day of the demo, and publishes it from the werkvoorraad. */
export async function publishAfterTalk(staff: Page, file: string, familyName: string) {
	await staff.goto(`${file}/plan/voorbeeld`);
	await fillTalk(staff, { heldOn: '2026-11-23', language: 'ar' });
	await staff.getByRole('button', { name: 'Publiceer na het gesprek' }).click();
	await expect(staff.getByText('Het gesprek is gepland.', { exact: false })).toBeVisible();
	await staff.goto('/staf/werkvoorraad');
	const row = staff.locator('#na-gesprek li', { hasText: familyName });
	await row.getByRole('button', { name: 'Publiceer' }).click();
	await expect(staff.getByText('Het plan is gepubliceerd.')).toBeVisible();
	await expect(row).toHaveCount(0);
}
