import { expect, type Page, test } from '@playwright/test';
import { signedIn, tenants } from '../browser/world.ts';

const wide = { viewport: { width: 1280, height: 900 } };

/** The klantmanager writes down a step on the page of the modules. */
async function record(
	page: Page,
	step: string,
	said: Readonly<{ on: string; source: string; whom?: string; part?: string; outcome?: string }>,
) {
	await page.getByRole('link', { name: 'Stappen en data' }).click();
	const row = page.locator('li').filter({ has: page.getByRole('heading', { name: step }) });
	if (said.part) await page.getByRole('link', { name: 'Uitslag van een examen' }).click();
	else await row.getByRole('link').first().click();
	const form = page.locator('form[action^="?/record"]');
	if (said.part) await form.getByLabel('Welk onderdeel?').selectOption({ label: said.part });
	if (said.outcome)
		await form.getByLabel('Wat is de uitslag?').selectOption({ label: said.outcome });
	await form.getByLabel('Op welke dag?').fill(said.on);
	if (said.whom) await form.getByLabel('Met wie van de gemeente?').fill(said.whom);
	await form.getByLabel('Van wie weet u dit?').selectOption({ label: said.source });
	await form.locator('button[type=submit]').click();
}

for (const [javaScriptEnabled, key, name] of [
	[true, 'layla', 'Sukkari'],
	[false, 'samir', 'Tahhan'],
] as const) {
	test(`from the days of PVT and MAP to the paper for the eindgesprek (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const desk = await signedIn(browser, tenants.heerenveen, 'bart', {
			...wide,
			javaScriptEnabled,
		});
		const staff = await desk.newPage();
		await staff.goto(`/staf/mensen?zoek=${name}`);
		await staff.locator('table a[href^="/staf/mensen/"]').first().click();
		const file = new URL(staff.url()).pathname;
		const saved = staff.getByText('Bewaard.');

		if (key === 'samir') {
			await record(staff, 'Participatieverklaring ondertekend', {
				on: '2030-01-01',
				source: 'School',
			});
			await expect(staff.getByText('Deze dag moet nog komen.', { exact: false })).toBeVisible();
			await expect(staff.getByLabel('Op welke dag?')).toHaveValue('2030-01-01');
			await staff.getByLabel('Op welke dag?').fill('2026-11-02');
			await staff.locator('form[action^="?/record"] button[type=submit]').click();
			await expect(saved).toBeVisible();
			await staff.goto(file);
		}
		await record(staff, 'Eindgesprek van de MAP', { on: '2026-11-10', source: 'Gemeente' });
		await expect(saved).toBeVisible();
		await staff.goto(file);
		const whom = 'Bart <b>Postma</b>';
		await record(staff, 'Eindgesprek gepland', { on: '2026-12-01', source: 'Gemeente', whom });
		await expect(saved).toBeVisible();

		const pocket = await signedIn(browser, tenants.heerenveen, key, { javaScriptEnabled });
		const page = await pocket.newPage();
		await page.goto('/uren');
		await page.locator('a[href="/uren/dossier"]').click();
		await expect(
			page.getByText('Het eindgesprek van de MAP was op', { exact: false }),
		).toBeVisible();
		await expect(
			page.getByText('Uw eindgesprek is op dinsdag 1 december', { exact: false }),
		).toBeVisible();
		await expect(page.getByText(whom, { exact: false }).first()).toBeVisible();
		for (const path of ['/uren/dossier/papier', '/uren/overzicht/papier']) {
			const paper = await pocket.request.get(path);
			expect(paper.headers()['content-type']).toBe('application/pdf');
			expect(paper.headers()['cache-control']).toBe('private, no-store');
			expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
		}
		await page.goto('/uren/overzicht');
		await expect(page.locator('a[href="/uren/overzicht/papier"]')).toBeVisible();

		// The day of the talk is corrected: the line before stays in sight.
		await staff.goto(`${file}/modules?stap=eindgesprekHeld`);
		const form = staff.locator('form[action^="?/record"]');
		await form.getByLabel('Op welke dag?').fill('2026-11-09');
		await form.getByLabel('Met wie van de gemeente?').fill('Bart Postma');
		await form.getByLabel('Van wie weet u dit?').selectOption({ label: 'Gemeente' });
		await form.locator('button[type=submit]').click();
		await expect(staff.getByText('ligt na het eindgesprek', { exact: false })).toBeVisible();
		await form.getByLabel('Op welke dag?').fill('2026-11-20');
		await form.locator('button[type=submit]').click();
		await expect(saved).toBeVisible();
		await staff.goto(`${file}/modules?stap=eindgesprekHeld`);
		await staff.locator('form[action^="?/record"]').getByLabel('Op welke dag?').fill('2026-11-21');
		await staff.locator('form[action^="?/record"] button[type=submit]').click();
		await expect(staff.getByText('Eerdere regels')).toBeVisible();
		await staff.goto(`${file}/modules?stap=eindgesprekPlanned`);
		await staff.locator('form[action^="?/takeBack"] button').click();
		await expect(staff.getByText('Teruggenomen').first()).toBeAttached();

		await staff.goto(`${file}/eindgesprek`);
		if (key === 'layla')
			await expect(staff.getByText('Alles is er.', { exact: false })).toBeVisible();
		else await expect(staff.getByText('B 3.14(2)b')).toBeVisible();
		await page.goto('/uren/dossier');
		await expect(
			page.getByText('Uw eindgesprek was op zaterdag 21 november', { exact: false }),
		).toBeVisible();

		for (const path of ['eindgesprek/papier', 'uren/overzicht/papier']) {
			const paper = await desk.request.get(`${file}/${path}`);
			expect(paper.headers()['content-type']).toBe('application/pdf');
		}
		const anna = await signedIn(browser, tenants.heerenveen, 'anna');
		for (const path of ['modules', 'eindgesprek', 'eindgesprek/papier', 'uren/overzicht/papier']) {
			expect((await anna.request.get(`${file}/${path}`)).status()).toBe(404);
		}
		for (const context of [desk, pocket, anna]) await context.close();
	});
}

test('a check value of another paper is not found, and that is said calmly', async ({
	browser,
}) => {
	const desk = await signedIn(browser, tenants.heerenveen, 'bart', wide);
	const staff = await desk.newPage();
	await staff.goto('/staf/mensen?zoek=Sukkari');
	await staff.locator('table a[href^="/staf/mensen/"]').first().click();
	await staff.goto(`${new URL(staff.url()).pathname}/uren/overzicht`);
	await staff.getByLabel('Controlegetal', { exact: true }).fill('7K3M-9QTX-4B2N-0VHD');
	await staff.getByRole('button', { name: 'Nagaan' }).click();
	await expect(
		staff.getByText('Dit controlegetal is voor deze persoon niet gegeven.'),
	).toBeVisible();
	await desk.close();
});
