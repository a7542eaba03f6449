import { expect, test, type Browser, type Page } from '@playwright/test';
import { signedIn, tenants } from '../browser/world.ts';

const address = tenants.heerenveen;

async function pageOf(browser: Browser, persona: string): Promise<Page> {
	const context = await signedIn(browser, address, persona);
	return context.newPage();
}

async function isPdf(page: Page, path: string) {
	const answer = await page.request.get(path);
	expect(answer.status()).toBe(200);
	expect(answer.headers()['content-type']).toBe('application/pdf');
	expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
}

test('a bezwaar is handed in with a receipt, gets its grounds later, is passed on and taken back', async ({
	browser,
}) => {
	const lina = await pageOf(browser, 'lina');
	await lina.goto('/hulp');
	await lina.locator('a[href="/bezwaar"]').click();
	// Six weeks after Sunday 25 October end on a Sunday.
	await expect(
		lina.getByText('Bezwaar maken kan tot en met maandag 7 december 2026.'),
	).toBeVisible();
	await isPdf(lina, '/bezwaar/1/papier');
	await lina.locator('a[href="/bezwaar/1"]').click();
	await lina.locator('form[action="?/send"] button').click();
	await lina.waitForURL('/ingediend/*');
	await expect(lina.getByText('Uw bezwaar is op tijd.')).toBeVisible();
	await expect(lina.getByText('Nog nodig: waarom u het niet eens bent.')).toBeVisible();
	const receipt = new URL(lina.url()).pathname;
	await isPdf(lina, `${receipt}/papier`);
	await lina.locator('[name=words]').fill('الدورة بعيدة جدًا عن بيتي.');
	await lina.locator('form[action^="?/add"] button').click();
	await expect(lina.getByText('الدورة بعيدة جدًا عن بيتي.')).toBeVisible();
	await expect(lina.getByText('Nog nodig: waarom')).toHaveCount(0);
	await lina.goto('/bezwaar/1');
	await expect(lina).toHaveURL(receipt);

	const bart = await pageOf(browser, 'bart');
	await bart.goto('/staf/werkvoorraad');
	const row = bart.locator('#ingediend li', { hasText: 'Lina Sabbagh' });
	await expect(row).toContainText('Op tijd');
	await row.getByRole('link').click();
	await expect(bart.getByText('الدورة بعيدة جدًا عن بيتي.')).toBeVisible();
	await isPdf(bart, `${new URL(bart.url()).pathname}/papier`);
	await bart.getByRole('button', { name: 'Ik gaf dit door' }).click();
	await expect(bart.getByText('Verwerkt. De persoon krijgt bericht.')).toBeVisible();
	await lina.reload();
	await expect(lina.getByText('door aan wie erover gaat.')).toBeVisible();

	await lina.locator('form[action="?/withdraw"] button').click();
	await expect(lina.getByText('U trok dit in op')).toBeVisible();
	await bart.goto('/staf/werkvoorraad');
	await expect(row).toContainText('Ingetrokken: geef dit door');
	await lina.goto('/documenten');
	await expect(lina.locator(`a[href="${receipt}"]`)).toContainText('Uw bezwaar');
	await lina.goto('/bezwaar');
	await expect(lina.locator('a[href="/bezwaar/1"]')).toBeVisible();
});

test('after the last day a bezwaar is refused with why, and kept as late with a reason', async ({
	browser,
}) => {
	const tsega = await pageOf(browser, 'tsega');
	await tsega.goto('/bezwaar/1');
	await expect(tsega.getByText('Uw bezwaar telt als te laat.')).toBeVisible();
	const send = tsega.locator('form[action="?/send"] button');
	await send.click();
	await expect(tsega.getByText('De tijd voor bezwaar is voorbij.')).toBeVisible();
	await tsega.locator('[name=lateReason]').fill('ኣብ ሆስፒታል ነይረ።');
	await send.click();
	await tsega.waitForURL('/ingediend/*');
	await expect(tsega.getByText('Uw bezwaar is te laat')).toBeVisible();
	await expect(tsega.getByText('Uw bezwaar is op tijd')).toHaveCount(0);
});

test('a complaint goes past the klantmanager, and to speak alone is one tap that no list shows', async ({
	browser,
}) => {
	const tsega = await pageOf(browser, 'tsega');
	await tsega.goto('/indienen/klacht');
	await tsega.locator('form[action="?/send"] button').click();
	await expect(tsega.locator('.field-wrong')).toHaveCount(1);
	await tsega.locator('[name=words]').fill('ኣይሰምዑን።');
	await tsega.locator('form[action="?/send"] button').click();
	await tsega.waitForURL('/ingediend/*');
	await tsega.goto('/indienen/alleen-praten');
	await tsega.locator('form[action="?/send"] button').click();
	await tsega.waitForURL('/ingediend/*');
	const alone = new URL(tsega.url()).pathname;
	await tsega.goto('/documenten');
	await expect(tsega.locator('a', { hasText: 'Een klacht' })).toHaveCount(1);
	await expect(tsega.locator(`a[href="${alone}"]`)).toHaveCount(0);

	const bart = await pageOf(browser, 'bart');
	await bart.goto('/staf/werkvoorraad');
	const rows = bart.locator('#ingediend li', { hasText: 'Tsega Woldu' });
	await expect(rows.filter({ hasText: 'Klacht' })).toHaveCount(0);
	await rows.filter({ hasText: 'Wil alleen praten' }).getByRole('link').click();
	await bart.getByLabel('Uw antwoord aan de persoon').fill('Kom maandag om 10 uur.');
	await bart.getByRole('button', { name: 'Antwoord versturen' }).click();
	await tsega.goto(alone);
	await expect(tsega.getByText('Kom maandag om 10 uur.')).toBeVisible();

	const tessa = await pageOf(browser, 'tessa');
	await tessa.goto('/staf/werkvoorraad');
	const complaint = tessa.locator('#ingediend li', { hasText: 'Klacht' });
	await complaint.filter({ hasText: 'Tsega Woldu' }).getByRole('link').click();
	await tessa.getByRole('button', { name: 'Ik gaf dit door' }).click();
	await expect(tessa.getByText('Verwerkt.')).toBeVisible();
});

test('my data: the address that the gemeente wrote, who looked, and a new number by a code', async ({
	browser,
}) => {
	const bart = await pageOf(browser, 'bart');
	await bart.goto('/staf/mensen?zoek=woldu');
	await bart.locator('a[href^="/staf/mensen/"]', { hasText: 'Woldu' }).first().click();
	await bart.getByRole('link', { name: 'Ingediend en adres' }).click();
	await bart.locator('[name=address]').fill('Voorbeeldlaan 5, Heerenveen');
	await bart.getByRole('button', { name: 'Adres bewaren' }).click();
	await expect(bart.getByText('Het adres is bewaard.')).toBeVisible();

	const tsega = await pageOf(browser, 'tsega');
	await tsega.goto('/gegevens');
	await expect(tsega.getByText('Voorbeeldlaan 5, Heerenveen')).toBeVisible();
	await expect(tsega.locator('#wie-keek')).toContainText('Bart Postma');
	await tsega.locator('a[href="/gegevens/telefoon"]').click();
	await tsega.locator('[name=to]').fill('0513 12 34 56');
	await tsega.locator('form[action="?/ask"] button').click();
	await expect(tsega.locator('.field-wrong')).toHaveCount(1);
	await tsega.locator('[name=to]').fill('06 00 00 77 88');
	await tsega.locator('form[action="?/ask"] button').click();
	await tsega.waitForURL('/gegevens/telefoon?code');

	const box = await pageOf(browser, 'ivo');
	await box.goto('/demo/postvak');
	const letter = box.locator('article', { hasText: 'Tsega Woldu' }).first();
	const code = /Uw code is (\d{6})/.exec(await letter.innerText())?.[1] ?? '';
	await tsega.locator('[name=code]').fill('12');
	await tsega.locator('form[action^="?/confirm"] button').click();
	await expect(tsega.getByText('Deze code klopt niet.')).toBeVisible();
	await tsega.locator('[name=code]').fill(code);
	await tsega.locator('form[action^="?/confirm"] button').click();
	await expect(tsega.getByText('Uw gegevens zijn veranderd.')).toBeVisible();
	await expect(tsega.getByText('06 00 00 77 88')).toBeVisible();
	await expect(tsega.getByText('Gecontroleerd op')).toBeVisible();
});
