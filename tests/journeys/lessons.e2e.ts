import { expect, type Page, test } from '@playwright/test';
import { signedIn, tenants } from '../browser/world.ts';

const address = tenants.heerenveen;
const titles = 'Kenmerk;Achternaam;Geboortedatum;Onderdeel;Van;Tot en met;Aanwezig';

for (const javaScriptEnabled of [true, false]) {
	test(`lessons are typed, put right, and taken over from a school's file (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const school = javaScriptEnabled ? 'Taalschool Noord' : 'Taalschool Zuid';
		const desk = await signedIn(browser, address, 'anna', { javaScriptEnabled });
		const staff = await desk.newPage();
		await staff.goto('/staf/mensen?zoek=tekle');
		await staff.getByRole('link', { name: 'Tekle' }).first().click();
		await staff.getByRole('link', { name: 'Lesuren', exact: true }).click();
		const kenmerk = staff.url().split('/').at(-2) ?? '';

		await fill(staff, { school, hours: 'veel' });
		await staff.getByRole('button', { name: 'Bewaren' }).click();
		await expect(staff.getByText('Schrijf uren als 12 of 12,5 of 12:30.')).toBeVisible();
		await expect(staff.getByLabel('School', { exact: true })).toHaveValue(school);
		await fill(staff, { school, hours: '40,5' });
		await staff.getByRole('button', { name: 'Bewaren' }).click();
		await expect(staff.getByText('Bewaard.')).toBeVisible();
		const lines = staff.getByRole('row').filter({ hasText: school });
		await expect(lines.filter({ hasText: '40 uur en 30 minuten' })).toBeVisible();

		await fill(staff, { school, hours: '12' });
		await staff.getByRole('button', { name: 'Bewaren' }).click();
		await expect(staff.getByText('Verbeter die regel.', { exact: false })).toBeVisible();

		await staff.goto(`/staf/mensen/${kenmerk}/lesuren`);
		await lines.getByRole('link', { name: 'Verbeteren' }).click();
		await staff.getByLabel('Uren aanwezig').fill('38');
		await staff.getByLabel('Welk stuk is dat?').fill('Mail van de school');
		await staff.getByRole('button', { name: 'Bewaren' }).click();
		await expect(lines).toHaveCount(2);
		await expect(lines.filter({ hasText: 'Verbeterd: telt niet meer' })).toContainText('40 uur');
		await expect(lines.filter({ hasText: 'Mail van de school' })).toContainText('38 uur');

		const file = [
			titles,
			`${kenmerk};;;NT2;1-10-2026;31-10-2026;39`,
			`${kenmerk};Tekle;;KNM;05-11-2026;;2:15`,
			';Niemand;1980-01-01;NT2;2026-11-02;;3',
			`${kenmerk};;;NT2;2026-11-30;;3`,
		];
		await choose(staff, school, file);
		await expect(staff.getByRole('row', { name: 'Regel 4' })).toContainText('Niemand bij u heeft');
		await expect(staff.getByRole('row', { name: 'Regel 5' })).toContainText('Tot en met:');
		await expect(staff.getByRole('row').filter({ hasText: '38 uur' })).toContainText('39 uur');
		await staff.getByRole('button', { name: '2 regels overnemen' }).click();
		await expect(staff.getByText('Het bestand is overgenomen.')).toBeVisible();
		await choose(staff, school, file);
		await expect(staff.getByText('Er is niets om over te nemen.')).toBeVisible();
		await expect(staff.getByText('al zo in het portaal: 2', { exact: false })).toBeVisible();

		await choose(staff, school, [`${titles};BSN`, `${kenmerk};;;NT2;2026-11-02;;3;1`]);
		await expect(staff.getByText('Haal die kolom weg', { exact: false })).toBeVisible();
		for (const kind of ['xlsx', 'csv']) {
			const template = await desk.request.get(`${address}/staf/lesuren/sjabloon/${kind}`);
			expect(template.headers()['content-disposition']).toContain(`lesuren.${kind}`);
		}
		await desk.close();

		const pocket = await signedIn(browser, address, 'hiwet', { javaScriptEnabled });
		const page = await pocket.newPage();
		await page.goto('/uren');
		await expect(page.getByRole('heading', { name: 'Lesuren van school' })).toBeVisible();
		await page.getByRole('link', { name: 'Lesuren bekijken' }).click();
		const earlier = page.locator('summary').filter({ hasText: 'Eerder' });
		for (const summary of await earlier.all()) await summary.click();
		const cards = page.getByRole('article').filter({ hasText: school });
		await expect(cards).toHaveCount(4);
		await expect(cards.filter({ hasText: 'Aanwezig: 39 uur' })).toContainText(
			'Bron: aanwezigheidslijst van de school',
		);
		await expect(cards.filter({ hasText: 'Aanwezig: 2 uur en 15 minuten' })).toContainText('KNM');
		await expect(cards.filter({ hasText: 'Aanwezig: 38 uur' })).toContainText(
			'Deze regel telt niet meer.',
		);
		await expect(page.getByText('Mail van de school')).toHaveCount(0);
		await pocket.close();
	});
}

async function fill(page: Page, { hours, school }: Readonly<Record<'hours' | 'school', string>>) {
	await page.getByLabel('School', { exact: true }).fill(school);
	await page.getByLabel('Onderdeel').selectOption({ label: 'NT2' });
	await page.getByLabel('Eerste dag').fill('2026-10-01');
	await page.getByLabel('Laatste dag').fill('2026-10-31');
	await page.getByLabel('Uren aanwezig').fill(hours);
	await page.getByLabel('Bron').selectOption({ label: 'Opgave of verklaring van de school' });
	await page.getByLabel('Welk stuk is dat?').fill('Opgave oktober');
	await page.getByLabel('Dag van dat stuk').fill('2026-11-02');
}

async function choose(page: Page, school: string, lines: readonly string[]) {
	await page.goto('/staf/lesuren');
	await page.getByLabel('School', { exact: true }).fill(school);
	await page.getByLabel('Welk stuk is dat?').fill('Lijst november');
	await page.getByLabel('Dag van dat stuk').fill('2026-11-20');
	const buffer = Buffer.from(lines.join('\r\n'));
	const file = { name: 'lijst.csv', mimeType: 'text/csv', buffer };
	await page.getByLabel('Bestand van de school').setInputFiles(file);
	await page.getByRole('button', { name: 'Bekijken' }).click();
}
