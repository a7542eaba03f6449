import { expect, type Page, test } from '@playwright/test';
import { inspect } from '../browser/inspection.ts';
import { fillTalk } from '../browser/talk.ts';
import { choose, readers, signedIn, type Tag, tenants } from '../browser/world.ts';

const address = tenants.heerenveen;
const wide = { viewport: { width: 1280, height: 900 } };

test('after the conversation: refused beyond the ten weeks without a reason, then planned, read and published', async ({
	browser,
}) => {
	const desk = await signedIn(browser, address, 'anna', wide);
	const page = await desk.newPage();
	const plan = await newPerson(page, { familyName: 'Praatgraag', bsn: '999990020' });
	await makePlan(page, plan);

	await page.goto(`${plan}/voorbeeld`);
	await expect(page.locator('section[aria-labelledby=check]')).toContainText('B 5.3(1)');
	const primary = page.locator('#publiceren .nl-button--primary');
	await expect(primary).toHaveText(/Publiceer na het gesprek/);
	await fillTalk(page, { heldOn: '2026-11-24' });
	await primary.click();
	await expect(page.getByText('Schrijf waarom dit gesprek na de 10 weken is')).toBeVisible();
	await expect(page.locator('[name=place]')).toHaveValue('Stadhuis, kamer 3');
	await page.locator('[name=lateReason]').fill('De tolk kon niet eerder komen.');
	await primary.click();
	await expect(page.getByText('Het gesprek is gepland.', { exact: false })).toBeVisible();
	await expect(page.getByText('dinsdag 24 november 2026 om 14.30 uur')).toBeVisible();
	await expect(page.locator('p', { hasText: 'De tolk kon niet eerder komen.' })).toBeVisible();
	await page.goto('/staf/werkvoorraad');
	await expect(page.locator('#na-gesprek')).not.toContainText('Praatgraag');

	await page.goto(plan.replace(/\/plan$/, ''));
	await expect(page.getByText('dinsdag 24 november 2026 om 14.30 uur')).toBeVisible();
	await page.getByRole('link', { name: 'Bekijken of verplaatsen' }).click();
	await page.locator('summary', { hasText: 'Gesprek verplaatsen' }).click();
	await fillTalk(page, { heldOn: '2026-11-23' });
	await page.getByRole('button', { name: 'Gesprek verplaatsen' }).click();
	await expect(page.getByText('maandag 23 november 2026 om 14.30 uur').first()).toBeVisible();

	await page.goto('/staf/werkvoorraad');
	const row = page.locator('#na-gesprek li', { hasText: 'Praatgraag' });
	await expect(row).toContainText('Gesprek was op maandag 23 november 2026');
	await row.getByRole('button', { name: 'Publiceer' }).click();
	await expect(page.getByText('Het plan is gepubliceerd.')).toBeVisible();
	await expect(row).toHaveCount(0);
	await desk.close();
});

test('the person reads the talk in eight languages before the new plan comes, and it can be called off', async ({
	browser,
}) => {
	const desk = await signedIn(browser, address, 'anna', wide);
	const staff = await desk.newPage();
	const plan = await planOf(staff, 'Noori');
	await staff.goto(plan);
	await staff.locator('[name=changeReason]').fill('U gaat naar een andere school.');
	await staff.getByRole('button', { name: 'Concept bewaren' }).first().click();
	await staff.goto(`${plan}/voorbeeld`);
	await fillTalk(staff, { heldOn: '2026-12-04', language: 'fa-AF' });
	await staff.getByRole('button', { name: 'Publiceer na het gesprek' }).click();
	await expect(staff.getByText('Het gesprek is gepland.', { exact: false })).toBeVisible();

	const pocket = await signedIn(browser, address, 'farid');
	const page = await pocket.newPage();
	await page.goto('/plan');
	const card = page.locator('section[aria-labelledby=plan-talk]');
	await expect(card).toContainText('Het gesprek is op vrijdag 4 december 2026 om 14.30 uur.');
	await expect(card).toContainText('Er is een tolk bij: Dari.');
	await expect(card).toContainText('Tot dan geldt dit plan.');
	await page.goto('/vandaag');
	await expect(card).toContainText('Stadhuis, kamer 3');
	for (const tag of Object.keys(readers) as Tag[]) {
		await choose(pocket.request, address, tag);
		await inspect(page, '/plan');
		await inspect(page, '/vandaag');
	}
	await choose(pocket.request, address, 'fa-AF');

	await staff.goto(plan);
	await staff.locator('[name=changeReason]').fill('U gaat naar een andere taalschool.');
	await staff.getByRole('button', { name: 'Concept bewaren' }).first().click();
	await staff.goto(`${plan}/voorbeeld`);
	await expect(staff.getByText('Het concept is veranderd na het plannen.')).toBeVisible();
	await staff.getByRole('button', { name: 'Dit concept bij het gesprek zetten' }).click();
	await expect(staff.getByText('Dit concept staat klaar bij het gesprek.')).toBeVisible();

	const second = await desk.newPage();
	await second.goto(`${plan}/voorbeeld`);
	await staff.getByRole('button', { name: 'Gesprek afzeggen' }).click();
	await expect(staff.getByText('Het gesprek is afgezegd.')).toBeVisible();
	await second.locator('summary', { hasText: 'Gesprek verplaatsen' }).click();
	await second.locator('[name=startsAt]').fill('09:15');
	await second.getByRole('button', { name: 'Gesprek verplaatsen' }).click();
	await expect(second.getByText('Iemand anders heeft dit intussen veranderd.')).toBeVisible();
	await expect(second.locator('[name=startsAt]')).toHaveValue('09:15');
	await page.goto('/plan');
	await expect(card).toHaveCount(0);
	await desk.close();
	await pocket.close();
});

for (const javaScriptEnabled of [true, false]) {
	test(`on paper: the letter goes out today, is confirmed, and the plan says so (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const desk = await signedIn(browser, address, 'anna', { ...wide, javaScriptEnabled });
		const page = await desk.newPage();
		const familyName = `Brief${javaScriptEnabled ? 'Een' : 'Twee'}`;
		const bsn = javaScriptEnabled ? '999990032' : '999990044';
		const plan = await newPerson(page, { familyName, bsn });
		await makePlan(page, plan);
		await page.goto(`${plan}/voorbeeld`);
		await page.getByRole('link', { name: 'Publiceer nu' }).click();
		await page.getByRole('button', { name: 'Vaststellen en verzenden' }).click();
		await expect(page.getByText('De brief moet vandaag weg, of publiceer later')).toBeVisible();
		await page.getByLabel('De brief gaat vandaag op de post').check();
		await page.getByRole('button', { name: 'Vaststellen en verzenden' }).click();
		await expect(page.getByText('Brief nog niet verstuurd')).toBeVisible();

		await page.goto('/staf/werkvoorraad');
		const row = page.locator('#brieven li', { hasText: familyName });
		await expect(row).toContainText('Vandaag: de dagtekening is maandag 23 november 2026.');
		await expect(row.locator('a[href$="/plan/papier/1/besluit"]')).toBeVisible();
		await row.getByRole('button', { name: 'Verstuurd' }).click();
		await expect(page.getByText('Verwerkt.')).toBeVisible();
		await expect(row).toHaveCount(0);
		await page.goto(plan.replace(/\/plan$/, ''));
		await expect(page.getByText('Per brief op maandag 23 november 2026')).toBeVisible();
		await desk.close();
	});
}

test('a choice for the portal is made, recorded at the desk, and taken back', async ({
	browser,
}) => {
	const pocket = await signedIn(browser, address, 'elif');
	const page = await pocket.newPage();
	await page.goto('/hulp');
	await page.locator('a[href="/hulp/post"]').click();
	await expect(page.getByText('U krijgt besluiten nu op papier', { exact: false })).toBeVisible();
	await page.locator('[name=way][value=portal]').check();
	await page.locator('form[action="?/choose"] button').click();
	await expect(page.getByText('Uw keuze is bewaard.', { exact: false })).toBeVisible();
	await expect(page.getByText('Dat koos u op maandag 23 november 2026.')).toBeVisible();

	const desk = await signedIn(browser, address, 'anna', wide);
	const staff = await desk.newPage();
	const file = (await planOf(staff, 'Yıldız')).replace(/\/plan$/, '');
	await staff.goto(file);
	await expect(staff.getByText('Besluiten: in het portaal', { exact: false })).toBeVisible();
	await staff.getByRole('link', { name: 'Keuze vastleggen' }).click();
	await staff.locator('[name=way][value=paper]').check();
	await staff.locator('[name=chosenOn]').fill('2026-11-20');
	await staff.getByRole('button', { name: 'Keuze vastleggen' }).click();
	await expect(staff.getByText('Deze dag is voor de dag van de vorige keuze.')).toBeVisible();
	await staff.locator('[name=chosenOn]').fill('2026-11-23');
	await staff.getByRole('button', { name: 'Keuze vastleggen' }).click();
	await expect(staff.getByText('De keuze is vastgelegd.', { exact: false })).toBeVisible();
	await page.goto('/hulp/post');
	await expect(page.getByText('U krijgt besluiten nu op papier', { exact: false })).toBeVisible();
	await desk.close();
	await pocket.close();
});

test('the draft saves itself once, names the hard words, and keeps what was typed under a colleague', async ({
	browser,
}) => {
	const desk = await signedIn(browser, address, 'anna', wide);
	const page = await desk.newPage();
	const plan = await newPerson(page, { familyName: 'Vanzelf', bsn: '999990056' });
	await page.goto(plan);
	await page.locator('[name=voortgangsgesprekken]').fill('3');
	await expect(page.getByText('Het concept is vanzelf bewaard.')).toBeVisible();
	await page.locator('[name=ownParty]').selectOption('you');
	await page.locator('[name=ownWords]').fill('Indien u ziek bent, wordt de les verplaatst.');
	await page.locator('button[formaction="?/own"]').click();
	await expect(page.locator('#afspraken p').getByText('Indien u ziek bent')).toBeVisible();
	await expect(page.locator('[name=voortgangsgesprekken]')).toHaveValue('3');
	const check = page.locator('section[aria-labelledby=check]');
	await expect(check).toContainText('“indien”: schrijf liever “als”');
	await expect(check).toContainText('wordt … verplaatst');

	const lead = await signedIn(browser, address, 'tessa', wide);
	const other = await lead.newPage();
	await other.goto(plan);
	await other.locator('[name=voortgangsgesprekken]').fill('4');
	await expect(other.getByText('Het concept is vanzelf bewaard.')).toBeVisible();
	await page.locator('[name=voortgangsgesprekken]').fill('5');
	await expect(
		page.getByText('Iemand anders heeft dit plan intussen bewaard.', { exact: false }),
	).toBeVisible();
	await expect(page.locator('[name=voortgangsgesprekken]')).toHaveValue('5');
	await page.getByRole('button', { name: 'Concept bewaren' }).first().click();
	await expect(
		page.getByText('Iemand anders heeft het plan intussen bewaard.', { exact: false }).first(),
	).toBeVisible();
	await expect(page.locator('section[role=alert]')).toContainText('5');
	await expect(page.locator('[name=voortgangsgesprekken]')).toHaveValue('4');
	await lead.close();
	await desk.close();
});

test('the example is shown in every language, on a phone, with the Dutch beside it', async ({
	browser,
}) => {
	const desk = await signedIn(browser, address, 'anna', { ...wide, javaScriptEnabled: false });
	const page = await desk.newPage();
	await page.goto(`${await planOf(page, 'Haddad')}/voorbeeld`);
	for (const [name, lang, dir] of [
		['Tigrinya', 'ti', 'ltr'],
		['Farsi', 'fa', 'rtl'],
		['Somalisch', 'so', 'ltr'],
		['Arabisch', 'ar', 'rtl'],
	] as const) {
		await page.locator('#voorbeeld a', { hasText: name }).click();
		const frame = page.locator(`section[lang="${lang}"]`).first();
		await expect(frame).toHaveAttribute('dir', dir);
		const box = await frame.locator('.columns').first().boundingBox();
		expect(box?.width).toBeLessThanOrEqual(360);
		await expect(page.locator('section[lang=nl][dir=ltr]')).toBeVisible();
	}
	await desk.close();
});

/** Registers an asielstatushouder whose ten weeks end on 23 November 2026; gives the address of the plan. */
async function newPerson(page: Page, who: { familyName: string; bsn: string }): Promise<string> {
	await page.goto('/staf/mensen/nieuw');
	await page.locator('[name=givenName]').fill('Miriam');
	await page.locator('[name=familyName]').fill(who.familyName);
	await page.locator('[name=bsn]').fill(who.bsn);
	await page.locator('[name=bornOn]').fill('1991-03-04');
	await page.locator('[name=groepDetail]').selectOption('asielstatushouder');
	await page.locator('[name=plichtSinceOn]').fill('2026-09-01');
	await page.locator('[name=notifiedOn]').fill('2026-09-14');
	await page.locator('[name=brpRegisteredOn]').fill('2026-09-10');
	await page.locator('[name=language]').selectOption('ti');
	await page.locator('main form button[type=submit]').click();
	await page.waitForURL(/\/staf\/mensen\/[\w-]{22}/);
	return `${new URL(page.url()).pathname}/plan`;
}

async function planOf(page: Page, familyName: string): Promise<string> {
	await page.goto(`/staf/mensen?zoek=${encodeURIComponent(familyName)}`);
	const link = page.locator('table a[href^="/staf/mensen/"]', { hasText: familyName }).first();
	return `${await link.getAttribute('href')}/plan`;
}

/** A plan of the Z-route with which nothing is wrong. */
async function makePlan(page: Page, plan: string) {
	await page.goto(plan);
	await page.locator('[name=leerroute]').selectOption('Z');
	await page.locator('[name=niveau]').selectOption('');
	await page.locator('[name=courseHours]').fill('800');
	await page.locator('[name=voortgangsgesprekken]').fill('2');
	await page.locator('[name=begeleidingLastOn]').fill('2028-05-01');
	await page.locator('[name=zelfredzaamheidLastOn]').fill('2028-05-01');
	await page.getByRole('button', { name: 'Concept bewaren' }).first().click();
	await expect(page.getByText('Bewaard.', { exact: true })).toBeVisible();
	await page.locator('button[formaction="?/suggest"]').click();
	await expect(page.locator('#afspraken ol > li').nth(2)).toBeVisible();
}
