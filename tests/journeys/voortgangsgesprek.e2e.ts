import { expect, test } from '@playwright/test';
import { signedIn, tenants } from '../browser/world.ts';

/** Staff and the person in one story, on phones without JavaScript. */
test('a voortgangsgesprek: planned, prepared, held, reported, and what was agreed comes into the plan', async ({
	browser,
}) => {
	const without = { javaScriptEnabled: false };
	const desk = await signedIn(browser, tenants.heerenveen, 'anna', without);
	const pocket = await signedIn(browser, tenants.heerenveen, 'winta', without);
	const staff = await desk.newPage();
	const person = await pocket.newPage();

	await staff.goto('/staf/mensen?zoek=araya');
	await staff.getByRole('link', { name: 'Winta Araya' }).first().click();
	await staff.getByRole('link', { name: 'Gesprekken', exact: true }).click();
	await expect(staff.getByText('Volgens het plan: 2 per jaar.')).toBeVisible();
	await staff.getByLabel('Dag', { exact: true }).fill('2026-11-20');
	await staff.getByLabel('Tijd').fill('23:30');
	await staff.getByLabel('Plaats').fill('Gemeentehuis, kamer 4');
	await staff.getByRole('button', { name: 'Gesprek plannen' }).click();
	await expect(staff.locator('.field-wrong [name=on]')).toBeVisible();
	await staff.getByLabel('Dag', { exact: true }).fill('2026-11-23');
	await staff.getByRole('button', { name: 'Gesprek plannen' }).click();
	await expect(staff.getByText('Het gesprek is gepland.', { exact: false })).toBeVisible();
	await staff.getByRole('link', { name: 'maandag 23 november 2026, 23.30 uur' }).click();
	await expect(staff.getByText('Nog niet beantwoord. Dat hoeft ook niet.')).toBeVisible();
	await staff.getByLabel('Tolk', { exact: true }).selectOption({ label: 'Geboekt' });
	await staff.getByRole('button', { name: 'Tolk bewaren' }).click();
	await expect(staff.getByText('Er is een tolk bij: Tigrinya.')).toBeVisible();
	const talkPage = new URL(staff.url()).pathname;

	await person.goto('/meldingen');
	await person.locator('a[href^="/agenda/gesprek/"]').first().click();
	const preparation = person.url();
	await expect(person.getByText('ምስ', { exact: false }).first()).toBeVisible();
	await person.locator('#wat-gaat-goed').getByRole('link').click();
	await person.getByRole('button', { name: 'Bewaar mijn antwoord' }).click();
	await expect(person.locator('main .problem').first()).toBeVisible();
	await person.getByLabel('Nederlands leren').check();
	await person.locator('[name=words]').fill('ቋንቋ ጽቡቕ ይኸይድ ኣሎ');
	await person.getByRole('button', { name: 'Bewaar mijn antwoord' }).click();
	await expect(person.getByText('Uw antwoord is bewaard.')).toBeVisible();
	await person.locator('#wat-bespreken').getByRole('link').click();
	await person.getByLabel('Geld').check();
	await person.getByRole('button', { name: 'Bewaar mijn antwoord' }).click();
	await expect(person.locator('#wat-bespreken').getByText('Geld')).toBeVisible();

	await staff.goto(talkPage);
	await expect(staff.locator('[lang=ti]').getByText('ቋንቋ ጽቡቕ ይኸይድ ኣሎ')).toBeVisible();
	await staff.getByRole('link', { name: 'Verslag schrijven' }).click();
	await add('goodHours');
	await staff.getByRole('button', { name: 'Toevoegen' }).first().click();
	await expect(staff.locator('.field-wrong [name=slot-hours]')).toBeVisible();
	await staff.locator('[name=slot-hours]').fill('12');
	await put();
	await add('hardTime');
	await put();
	await add('join');
	await staff.locator('[name=slot-partner]').fill('Buurthuis De Spil');
	await staff.locator('#zin-goal').selectOption({ index: 1 });
	await put();
	const own = staff.locator('form[action="?/own"]');
	await own.locator('[name=ownPart]').selectOption('hard');
	await own.locator('[name=ownWords]').fill('De bus rijdt niet op zondag.');
	await own.getByRole('button').click();
	await expect(staff.getByText('De bus rijdt niet op zondag.').first()).toBeVisible();
	expect((await person.request.get(`${preparation}/verslag`)).status()).toBe(404);
	await staff.getByRole('button', { name: 'Verslag vaststellen' }).click();
	await expect(staff.getByText('Het verslag is vastgesteld.', { exact: false })).toBeVisible();

	await person.goto('/meldingen');
	await person.locator('a[href$="/verslag"]').first().click();
	const report = person.url();
	await expect(person.getByText('U hebt al 12 uur meegedaan.')).toBeVisible();
	await expect(person.locator('[lang=ti]').getByText('12', { exact: false }).first()).toBeVisible();
	await expect(person.getByText('ግዜኹም ውሑድ እዩ።')).toBeVisible();
	await expect(person.getByText('De bus rijdt niet op zondag.')).toBeVisible();
	await expect(person.getByText('vertaling volgt').first()).toBeVisible();
	await person.getByRole('button', { name: 'Ik begrijp het niet' }).click();
	await expect(person.getByText('Uw klantmanager ziet dit en praat met u.')).toBeVisible();
	await person.locator('[name=words]').fill('ኣነ ካልእ ይሓስብ');
	await person.getByRole('button', { name: 'Stuur mijn woorden' }).click();
	await expect(person.locator('[lang=ti]').getByText('ኣነ ካልእ ይሓስብ')).toBeVisible();

	await staff.goto(talkPage);
	await expect(staff.getByText('ኣነ ካልእ ይሓስብ')).toBeVisible();
	await staff.getByRole('button', { name: 'Besproken' }).click();
	await expect(staff.getByText('Begrijpt het verslag niet', { exact: false })).toHaveCount(0);
	await staff.getByRole('button', { name: 'Zet in het plan' }).click();
	await expect(
		staff.getByText('Alle afspraken staan in het plan of in het concept.'),
	).toBeVisible();
	await expect(staff.getByRole('button', { name: 'Zet in het plan' })).toHaveCount(0);

	await staff.getByRole('link', { name: 'Verslag verbeteren' }).click();
	const wrong = staff.getByRole('listitem').filter({ hasText: 'De bus rijdt niet' });
	await wrong.getByRole('button', { name: 'Weghalen' }).click();
	await staff.getByRole('button', { name: 'Verslag vaststellen' }).click();
	await person.goto(report);
	await expect(person.getByText('Dit is versie 2.', { exact: false })).toBeVisible();
	await expect(person.getByText('De bus rijdt niet op zondag.')).toHaveCount(0);
	await expect(person.getByText('Hierover is gepraat op', { exact: false })).toBeVisible();

	await staff.getByRole('link', { name: 'Naar het concept' }).click();
	await staff.locator('[name=changeReason]').fill('Dit spraken wij af in het gesprek.');
	await staff.getByRole('button', { name: 'Concept bewaren' }).first().click();
	await staff.locator('a[href$="/plan/voorbeeld"]').first().click();
	await staff.getByRole('link', { name: 'Publiceer nu' }).click();
	await staff.getByLabel('De brief gaat vandaag op de post').check();
	await staff.getByRole('button', { name: 'Vaststellen en verzenden' }).click();
	await expect(staff).toHaveURL(/vastgesteld/);
	await person.goto('/plan');
	const goal = person.locator('section[aria-labelledby="plan-doel-1"]');
	await expect(goal.getByText('Buurthuis De Spil', { exact: false }).first()).toBeVisible();

	await staff.goto('/staf/gesprekken');
	const row = staff.getByRole('row').filter({ hasText: 'Winta Araya' });
	await expect(row).toContainText('1');
	await desk.close();
	await pocket.close();

	async function add(sentence: string) {
		await staff.locator('select[name=zin]').selectOption(sentence);
		await staff.getByRole('button', { name: 'Kies deze zin' }).click();
	}

	async function put() {
		await staff.locator('form[action="?/add"]').getByRole('button').click();
		await expect(staff.locator('select[name=zin]')).toBeVisible();
	}
});
