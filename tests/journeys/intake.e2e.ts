import { expect, type Page, test } from '@playwright/test';
import { signedIn, tenants } from '../browser/world.ts';

const address = tenants.heerenveen;

test('a brede intake: summonses, what came out of it, health apart, and the first draft of the plan', async ({
	browser,
}) => {
	const desk = await signedIn(browser, address, 'bart', { viewport: { width: 1280, height: 900 } });
	const page = await desk.newPage();
	await page.goto('/staf/mensen/nieuw');
	await page.locator('[name=givenName]').fill('Tesfalem');
	await page.locator('[name=familyName]').fill('Intakeman');
	await page.locator('[name=bornOn]').fill('1991-04-05');
	await page.locator('[name=bsn]').fill('999993653');
	await page.locator('[name=groepDetail]').selectOption('asielstatushouder');
	await page.locator('[name=plichtSinceOn]').fill('2026-10-01');
	await page.locator('[name=notifiedOn]').fill('2026-10-05');
	await page.locator('[name=brpRegisteredOn]').fill('2026-10-01');
	await page.locator('[name=language]').selectOption('ti');
	await page.locator('main form button[type=submit]').last().click();
	await expect(page).toHaveURL(/\?toegevoegd$/);
	const file = new URL(page.url()).pathname;

	await page.getByRole('link', { name: 'Brede intake' }).click();
	await expect(page).toHaveURL(/\/intake$/);
	const here = `${file}/intake`;
	await step(page, here, 'oproep', '2026-11-02');
	await step(page, here, 'intakeInAbsence', '2026-11-20');
	await expect(page.getByText('Na 3 oproepen', { exact: false }).first()).toBeVisible();
	await step(page, here, 'oproep', '2026-11-09');
	await step(page, here, 'oproep', '2026-11-16');
	await expect(page.getByText('Oproepen voorbij: 3 van 3.', { exact: false })).toBeVisible();
	await step(page, here, 'intakeInAbsence', '2026-11-20');
	await expect(page.getByText('De intake is bewaard.')).toBeVisible();
	// The person came after all.
	await page.goto(`${here}?stap=intakeInAbsence`);
	await page.locator('form[action*=takeBack] button').click();
	await step(page, here, 'heardAlone', '2026-11-21');
	await step(page, here, 'intakeTalk', '2026-11-21');

	await page.locator('[name=taal]').selectOption('A1');
	await page.locator('[name=arbeid]').selectOption('unpaid');
	await page.locator('[name=zelfredzaamheid]').selectOption('often');
	await page.locator('[name=toets]').selectOption('haalbaar');
	await page.locator('[name=leerroute]').selectOption('Z');
	await page.locator('[name=vve]').check();
	await page.locator('[name=wish1]').fill('Ik wil mijn rijbewijs halen.');
	await page.locator('[name=theme1]').selectOption('work');
	await page.getByRole('button', { name: 'Intake bewaren' }).click();
	await expect(page.locator('#deviationReason-problem')).toBeVisible();
	await expect(page.locator('[name=wish1]')).toHaveValue('Ik wil mijn rijbewijs halen.');
	await page.locator('[name=deviationReason]').fill('Leert nog het Latijnse schrift.');
	await page.getByRole('button', { name: 'Intake bewaren' }).click();
	await expect(page.getByText('De intake is bewaard.')).toBeVisible();

	await page.getByRole('link', { name: 'Gezondheid openen' }).click();
	await page.locator('[name=words]').fill('Rustpauze na een uur.');
	await page.getByRole('button', { name: 'Bewaren' }).click();
	await expect(page.locator('[name=words]')).toHaveValue('Rustpauze na een uur.');
	const lead = await signedIn(browser, address, 'tessa');
	expect((await lead.request.get(`${here}/gezondheid`)).status()).toBe(404);
	const seen = await (await lead.request.get(here)).text();
	expect(seen).toContain('rijbewijs');
	expect(seen).not.toMatch(/Rustpauze|gezondheid"/);

	await page.goto(here);
	const draft = page.locator('section[aria-labelledby=draft]');
	await expect(draft.getByRole('row', { name: 'Cursusuren' })).toContainText('Wet (B 3.14(2)a)');
	await expect(draft.getByRole('row', { name: 'Doel' })).toContainText('rijbewijs');
	await page.getByRole('button', { name: 'Begin het concept' }).click();
	await expect(page).toHaveURL(/\/plan$/);
	await expect(page.locator('[name=courseHours]')).toHaveValue('800');
	await expect(page.locator('#doelen')).toContainText('Ik wil mijn rijbewijs halen.');
	await page.locator('[name=courseHours]').fill('810');
	await page.locator('button[type=submit]', { hasText: 'Concept bewaren' }).first().click();
	await expect(page).toHaveURL(/\/plan\?bewaard/);
	await page.locator('a[href$="/intake#draft"]').click();
	await expect(draft.getByRole('row', { name: 'Cursusuren' })).toContainText('Aangepast');
	await expect(draft.getByRole('row', { name: 'Leerroute Z-route' })).toContainText('Hetzelfde');
	await Promise.all([desk.close(), lead.close()]);
});

/** Writes down a step with its day. */
async function step(page: Page, here: string, kind: string, on: string) {
	await page.goto(`${here}?stap=${kind}`);
	const form = page.locator('form[action*=record]');
	await form.locator('[name=on]').fill(on);
	await form.locator('[name=source]').selectOption('gemeente');
	await form.locator('button').click();
}
