import { expect, type Page, test } from '@playwright/test';
import { signedIn, tenants } from '../browser/world.ts';

const address = tenants.heerenveen;
const titles =
	'BSN;Voornaam;Achternaam;Geboortedatum;Gemeente;Groep;Begin plicht;Taal;Telefoon;Kan lezen;Groep vanaf;Reden groep;Klantmanager';
const usual = 'Heerenveen;Asielstatushouder;1-9-2026;Arabisch';

test('people come in from a file, doubles only by hand, and two of them live together', async ({
	browser,
}) => {
	const desk = await signedIn(browser, address, 'tessa');
	const page = await desk.newPage();
	for (const kind of ['xlsx', 'csv']) {
		const template = await desk.request.get(`${address}/staf/mensen/importeren/sjabloon/${kind}`);
		expect(template.headers()['content-disposition']).toContain(`mensen.${kind}`);
	}

	const first = [
		`999991309;Sumaya;Rifai;1-5-1990;${usual};06-00000091;nee;;;Anna de Wit`,
		`999991310;Munir;Rifai;3-8-1988;${usual};;;;;Anna de Wit`,
		`999991322;Munir;Rifai;3-8-1988;${usual};;;;;Anna de Wit`,
		`123456789;Hani;Rifai;31-2-1991;${usual};;;;;Niemand`,
	];
	await choose(page, first);
	const wrong = page.getByRole('row', { name: 'Regel 5' });
	await expect(wrong).toContainText('elfproef');
	await expect(wrong).toContainText('Schrijf een dag als 31-10-2026.');
	await expect(page.getByText('999991309')).toHaveCount(0);
	await expect(page.getByText('eindigt op 09')).toBeVisible();
	const double = page.getByRole('row').filter({ hasText: 'eindigt op 22' });
	await expect(double).toContainText('Zie regel 3');
	await double.getByLabel('Is een ander: toevoegen').check();
	await page.getByRole('button', { name: 'Overnemen' }).click();
	await expect(page.getByText('Het bestand is overgenomen.')).toBeVisible();
	await page.goto('/staf/mensen?zoek=rifai');
	await expect(page.locator('table a[href^="/staf/mensen/"]')).toHaveCount(2);

	await choose(page, [
		`999991309;Sumaya;Rifai;1-5-1990;Heerenveen;Nareiziger;;;06-00000092;;1-11-2026;Besluit IND;`,
	]);
	const changes = page.getByRole('row').filter({ hasText: 'Sumaya Rifai' }).getByRole('listitem');
	await expect(changes.filter({ hasText: '06-00000092' })).toContainText('06-00000091');
	await expect(changes.filter({ hasText: 'Nareiziger' })).toContainText('Asielstatushouder');
	await page.getByRole('button', { name: 'Overnemen' }).click();
	await choose(page, [`999991309;Sumaya;Rifai;1-5-1990;Heerenveen;Nareiziger;;;06-00000092;;;;`]);
	await expect(page.getByText('Er is niets om over te nemen.')).toBeVisible();

	await page.goto('/staf/mensen?zoek=sumaya');
	await page.locator('table a[href^="/staf/mensen/"]').first().click();
	await expect(page.getByText('Leest niet: bel, of gebruik geluid.')).toBeVisible();
	await expect(page.locator('section[aria-labelledby=groep-history]')).toContainText('Nareiziger');
	await page.getByRole('link', { name: 'Huishouden wijzigen' }).click();
	await page.getByRole('button', { name: 'Koppelen' }).click();
	await expect(page.locator('#other-problem')).toBeVisible();
	await page.getByLabel('Wie hoort hierbij?').selectOption({ label: 'Rifai, Munir' });
	await page.getByRole('button', { name: 'Koppelen' }).click();
	await expect(page.getByRole('link', { name: 'Munir Rifai' })).toBeVisible();
	await page.getByRole('button', { name: 'Munir Rifai loskoppelen' }).click();
	await expect(page.getByText('Er is niemand gekoppeld.')).toBeVisible();
	await desk.close();
});

async function choose(page: Page, lines: readonly string[]) {
	await page.goto('/staf/mensen/importeren');
	const buffer = Buffer.from(`\uFEFF${[titles, ...lines].join('\r\n')}`);
	const file = { name: 'mensen.csv', mimeType: 'text/csv', buffer };
	await page.getByLabel('Bestand met mensen').setInputFiles(file);
	await page.getByRole('button', { name: 'Bekijken' }).click();
}
