import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { pdf } from '../../src/lib/server/proofs/pdf-samples.ts';
import { signedIn, tenants } from '../browser/world.ts';

const paper = { name: 'brief.pdf', mimeType: 'application/pdf', buffer: pdf() };

/** Hodan reads Somali; Bart is her klantmanager, and Anna another one. */
async function signIn(browser: Parameters<typeof signedIn>[0], who: string) {
	const context = await signedIn(browser, tenants.heerenveen, who);
	return { context, page: await context.newPage() };
}

test('"call me" in Somali: from the tap to the call, with once nobody there', async ({
	browser,
}) => {
	const hodan = await signIn(browser, 'hodan');
	const bart = await signIn(browser, 'bart');
	await hodan.page.goto('/berichten');
	const wish = hodan.page.locator('#bellen');
	await expect(wish.getByRole('radio', { name: 'Soomaali' })).toBeChecked();
	await wish.getByRole('button', { name: 'Galabtii i soo wac' }).click();
	await expect(wish).toContainText('Uw klantmanager belt u.');
	await expect(wish).toContainText('Taal: Somalisch');

	await bart.page.goto('/staf/werkvoorraad');
	const row = bart.page.locator('#bellen li', { hasText: 'Hodan Jama' });
	await expect(row).toContainText('Gevraagd op maandag 23 november 2026');
	await expect(row).toContainText('Somalisch');
	await expect(row).toContainText('in de middag');
	await row.getByRole('button', { name: 'Hodan Jama niet bereikt' }).click();
	await expect(row).toContainText('1× niet bereikt');
	await hodan.page.goto('/berichten');
	await expect(wish).toContainText('Mar kale ayaan ku soo wacaynaa.');
	await row.getByRole('button', { name: 'Gebeld met Hodan Jama' }).click();
	await expect(row).toHaveCount(0);
	await hodan.page.reload();
	await expect(wish).toContainText('Uw klantmanager belde u op');
	await close(hodan, bart);
});

test('a letter from publishing to read, a question in Somali, and who stands in answers', async ({
	browser,
}) => {
	const hodan = await signIn(browser, 'hodan');
	const bart = await signIn(browser, 'bart');
	const anna = await signIn(browser, 'anna');

	await bart.page.goto('/staf/mensen?zoek=jama');
	await bart.page.getByRole('link', { name: 'Hodan Jama' }).first().click();
	await bart.page.getByRole('link', { name: 'Berichten en brieven' }).click();
	const inbox = new URL(bart.page.url()).pathname;
	await bart.page.getByRole('link', { name: 'Brief publiceren' }).click();
	await bart.page.getByLabel('Waarover').selectOption({ label: 'Geld' });
	await bart.page
		.getByLabel('Wat moet de persoon doen?')
		.selectOption({ label: 'Een papier sturen' });
	await bart.page.getByLabel('Op of uiterlijk op').fill('2026-12-04');
	await bart.page.getByRole('button', { name: 'Brief publiceren' }).click();
	await expect(bart.page.locator('#files-problem')).toBeVisible();
	await bart.page.getByLabel('Welk papier').selectOption('payslips');
	await bart.page.getByLabel('De brief zelf').setInputFiles(paper);
	await bart.page.getByLabel('Eigen woorden').fill('Stuur de laatste drie.');
	await bart.page.getByRole('button', { name: 'Brief publiceren' }).click();
	const sent = bart.page.locator('#brieven li');
	await expect(sent).toContainText('Nog niet gelezen');

	await hodan.page.goto('/vandaag');
	await expect(hodan.page.locator('.tabs')).toContainText('1 cusub');
	await hodan.page.goto('/meldingen');
	await hodan.page.locator('a[href^="/berichten/brief/"]').click();
	await expect(hodan.page.getByText('Warqad noo soo dir', { exact: false })).toBeVisible();
	await expect(
		hodan.page.getByText('uiterlijk op vrijdag 4 december', { exact: false }),
	).toBeVisible();
	await expect(hodan.page.getByText('turjumaad baa iman doonta')).toBeVisible();
	const letter = new URL(hodan.page.url()).pathname;
	const file = await hodan.page.locator('a.paper').getAttribute('href');
	const answer = await hodan.page.request.get(file ?? '');
	expect(answer.headers()['content-type']).toBe('application/pdf');
	expect(answer.headers()['content-disposition']).toContain('attachment');
	await hodan.page.getByRole('button', { name: 'Dit heb ik gedaan' }).click();
	await expect(hodan.page.getByText('dit is klaar', { exact: false })).toBeVisible();
	await bart.page.goto(inbox);
	await expect(sent).toContainText('Gelezen op maandag 23 november 2026');
	await expect(sent).toContainText('De persoon zei op');
	const staffFile = await sent.locator('a.paper').getAttribute('href');
	expect((await bart.page.request.get(staffFile ?? '')).status()).toBe(200);

	await hodan.page.getByRole('link', { name: 'Ik heb een vraag' }).click();
	await expect(hodan.page.getByRole('radio', { name: 'Geld' })).toBeChecked();
	await hodan.page.getByRole('button', { name: 'Stuur het bericht' }).click();
	await expect(hodan.page.locator('main .problem').first()).toBeVisible();
	await hodan.page.locator('[name=words]').fill('Ma haysto warqaddan.');
	await hodan.page.getByRole('button', { name: 'Stuur het bericht' }).click();
	await expect(hodan.page.getByText('Uw bericht is gestuurd.')).toBeVisible();
	await expect(hodan.page.getByText('Nog niet gelezen.')).toBeVisible();
	const thread = new URL(hodan.page.url()).pathname;

	await bart.page.goto('/staf/werkvoorraad');
	await bart.page.getByRole('link', { name: 'Ik ben er niet: vervanging' }).click();
	await bart.page.getByLabel('Tot en met').fill('2026-11-27');
	await bart.page.getByLabel('Vervanger').selectOption({ label: 'Anna de Wit' });
	await bart.page.getByRole('button', { name: 'Vervanging laten ingaan' }).click();
	await expect(bart.page.getByText('Anna de Wit vervangt u.', { exact: false })).toBeVisible();
	await hodan.page.goto('/berichten');
	await expect(
		hodan.page.getByText('Anna de Wit leest uw berichten en antwoordt u.'),
	).toBeVisible();
	await expect(hodan.page.getByText('binnen 3 werkdagen', { exact: false })).toBeVisible();

	await anna.page.goto('/staf/werkvoorraad');
	const waits = anna.page.locator('#berichten li', { hasText: 'Hodan Jama' });
	await expect(waits).toContainText('U vervangt de klantmanager');
	await waits.getByRole('link').click();
	await expect(anna.page.getByText('Geschreven in: Somalisch')).toBeVisible();
	await anna.page.locator('summary').click();
	await anna.page.locator('[name=dutch]').fill('Ik heb dit papier niet.');
	await anna.page.getByRole('button', { name: 'Nederlands bewaren' }).click();
	await expect(
		anna.page.getByText('In het Nederlands, door Anna de Wit', { exact: false }),
	).toBeVisible();
	await anna.page.locator('[name=words]').fill('Kom dan langs met uw telefoon.');
	await anna.page.getByRole('button', { name: 'Bericht sturen' }).click();
	await expect(anna.page.getByText('Het bericht is gestuurd.')).toBeVisible();
	const person = inbox.replace(/\/berichten$/, '');
	expect(await status(anna.context, person)).toBe(404);
	expect(await status(anna.context, `${inbox}/brief`)).toBe(404);
	expect(await status(anna.context, inbox)).toBe(200);

	await hodan.page.goto(thread);
	await expect(hodan.page.getByText('Ik heb dit papier niet.')).toBeVisible();
	await expect(hodan.page.getByText('Kom dan langs met uw telefoon.')).toBeVisible();
	await expect(hodan.page.getByText('Gelezen op', { exact: false }).first()).toBeVisible();
	await hodan.page.locator('[name=words]').fill('Mahadsanid');
	await hodan.page.getByRole('button', { name: 'Stuur het bericht' }).click();
	await expect(hodan.page.getByText('Uw bericht is gestuurd.')).toBeVisible();

	await bart.page.goto('/staf/afwezig');
	await bart.page.getByRole('button', { name: 'Ik ben er weer' }).click();
	await expect(bart.page.getByText('Bewaard.')).toBeVisible();
	expect(await status(anna.context, inbox)).toBe(404);
	await bart.page.goto('/staf/werkvoorraad');
	await bart.page.locator('#berichten li', { hasText: 'Hodan Jama' }).getByRole('link').click();
	await bart.page.getByRole('button', { name: 'Geen antwoord nodig' }).click();
	await expect(bart.page.getByText('Verwerkt.')).toBeVisible();
	await bart.page.goto(inbox);
	await bart.page.locator('[name=topic]').selectOption({ label: 'Lessen' });
	await bart.page.locator('[name=words]').fill('De les van vrijdag gaat door.');
	await bart.page.getByRole('button', { name: 'Bericht sturen' }).click();
	await expect(bart.page.getByText('Het bericht is gestuurd.')).toBeVisible();

	const amina = await signIn(browser, 'amina');
	for (const path of [thread, letter, file ?? '']) {
		expect(await status(amina.context, path), path).toBe(404);
	}
	expect(await status(anna.context, staffFile ?? '')).toBe(404);
	await close(hodan, bart, anna, amina);
});

async function status(context: BrowserContext, path: string): Promise<number> {
	return (await context.request.get(path)).status();
}

async function close(...all: readonly { context: BrowserContext; page: Page }[]) {
	for (const { context } of all) await context.close();
}
