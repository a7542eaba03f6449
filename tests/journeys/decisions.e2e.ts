import { expect, type Page, test } from '@playwright/test';
import { declareHours, openAtDesk, photo, rowAtDesk } from '../browser/hours.ts';
import { signedIn, tenants } from '../browser/world.ts';

const address = tenants.fermWerk;

/** They are all Joy, who has one unfinished form at a time. */
test.describe.configure({ mode: 'default' });

/** Joy declares to Carla; each test finds its own entry by its place. */
async function both(browser: import('@playwright/test').Browser) {
	const pocket = await signedIn(browser, address, 'joy');
	const desk = await signedIn(browser, address, 'carla', {
		viewport: { width: 1280, height: 900 },
	});
	return { page: await pocket.newPage(), staff: await desk.newPage() };
}

test('a question is asked, answered with a photo, and part of the hours counts', async ({
	browser,
}) => {
	const { page, staff } = await both(browser);
	const place = 'Bibliotheek vraag';
	const receipt = await declareHours(page, { organisation: place, minutes: 240, photo: null });

	const words = 'Neem een foto van het rooster mee.';
	await openAtDesk(staff, place);
	await staff.locator('summary', { hasText: 'Vraag stellen' }).click();
	const ask = staff.locator('form[action="?/ask"]');
	await ask.locator('select').selectOption({ index: 1 });
	await ask.locator('[name=words]').fill(words);
	await ask.locator('button').click();

	await page.goto('/vandaag');
	await expect(page.getByText('Er is 1 vraag over uw uren')).toBeVisible();
	await page.goto(receipt);
	const own = page.locator('[lang=nl]', { hasText: words });
	await expect(own.first()).toBeVisible();
	await expect(page.getByText('vertaling volgt').first()).toBeVisible();
	await page.locator('[name=answer]').fill('Mijn buurvrouw was erbij. ስላም');
	await page.locator('form[action="?/answer"] button[type=submit]').first().click();
	await expect(page.getByText('Mijn buurvrouw was erbij.')).toBeVisible();
	const buffer = await photo();
	await page
		.locator('form[action="?/photo"] input[type=file]')
		.last()
		.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer });
	await page.locator('form[action="?/photo"] button[type=submit]').click();
	await expect(page.locator('img[src^="/uren/bewijs/"]')).toHaveCount(1);

	const answered = await rowAtDesk(staff, place);
	await expect(answered).toContainText('Mijn buurvrouw was erbij.');
	await openAtDesk(staff, place);
	await staff.locator('summary', { hasText: 'Deels meetellen' }).click();
	const partly = staff.locator('form[action="?/partly"]');
	await partly.locator('[name=minutes]').fill('120');
	await partly.locator('select').selectOption({ index: 1 });
	await partly.locator('button').click();
	await expect(staff.getByText('Verwerkt.')).toBeVisible();
	await page.goto(receipt);
	await expect(page.getByText('Een deel van deze uren telt mee: 2 uur.')).toBeVisible();
});

test('hours that do not count say why, and a decision can be corrected', async ({ browser }) => {
	const { page, staff } = await both(browser);
	const place = 'Thuis alleen';
	const receipt = await declareHours(page, { organisation: place, minutes: 90, photo: null });
	await openAtDesk(staff, place);
	await staff.locator('summary', { hasText: 'Niet meetellen' }).click();
	const form = staff.locator('form[action="?/notCount"]');
	await form.evaluate((element: HTMLFormElement) => (element.noValidate = true));
	await form.locator('[name=words]').fill('Bel ons als dit niet klopt.');
	await form.locator('button').click();
	await expect(staff.locator('.problem').first()).toBeVisible();
	const again = staff.locator('form[action="?/notCount"]');
	await expect(again.locator('[name=words]')).toHaveValue('Bel ons als dit niet klopt.');
	await again.locator('select').selectOption({ index: 1 });
	await again.locator('button').click();
	await page.goto(receipt);
	await expect(page.getByText('Deze uren tellen niet mee.', { exact: false })).toBeVisible();

	await staff.goto(receipt.replace('/uren/', '/staf/uren/'));
	await staff.locator('form[action="?/correct"] select').selectOption({ index: 1 });
	await staff.locator('form[action="?/correct"] button').click();
	await page.reload();
	await expect(page.getByText('De gemeente kijkt naar deze uren.', { exact: false })).toBeVisible();
	await staff.goto(receipt.replace('/uren/', '/staf/uren/'));
	for (const action of ['confirm', 'ask', 'partly', 'notCount']) {
		await expect(staff.locator(`form[action="?/${action}"]`)).toHaveCount(1);
	}
	await staff.locator('form[action="?/confirm"] button').click();
	await page.reload();
	await expect(page.getByText('Deze uren tellen mee.', { exact: false })).toBeVisible();
});

test('rows without a flag are confirmed together', async ({ browser }) => {
	const { page, staff } = await both(browser);
	const place = 'Buurthuis samen';
	const receipt = await declareHours(page, {
		organisation: place,
		minutes: 60,
		photo: await photo(),
		daysAgo: 5,
	});
	const row = await rowAtDesk(staff, place);
	await row.locator('input[type=checkbox]').check();
	await staff.getByRole('button', { name: 'Aangevinkte uren goedkeuren' }).click();
	await expect(staff.locator('tr', { hasText: place })).toHaveCount(0);
	await page.goto(receipt);
	await expect(page.getByText('Deze uren tellen mee.', { exact: false })).toBeVisible();
});

test('a person takes hours back, and drops what was begun', async ({ browser }) => {
	const { page } = await both(browser);
	await declareHours(page, { organisation: 'Teruggenomen', minutes: 60, photo: null });
	await page.locator('form[action="?/withdraw"] button').click();
	await expect(page.getByText('U hebt deze uren teruggenomen.', { exact: false })).toBeVisible();
	await page.goto('/uren/nieuw');
	await page.locator('form[action="?/start"] button').click();
	await page.locator('[name=activity][value=volunteering]').check();
	await page.locator('form[action="?/save"] button[type=submit]').last().click();
	await page.goto('/uren/nieuw');
	const before = await page.locator('form[action="?/drop"] button').count();
	await page.locator('form[action="?/drop"] button').first().click();
	await expect(page.locator('form[action="?/drop"] button')).toHaveCount(before - 1);
});

test('a file that is no photo is refused in words, and nothing typed is lost', async ({
	browser,
}) => {
	const { page } = await both(browser);
	const place = 'Met een raar bestand';
	await page.goto('/uren/nieuw');
	await declareUntilPhoto(page, place);
	const bad = [
		{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg xmlns="x"/>') },
		{ name: 'empty.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
		{ name: 'b.png', mimeType: 'image/png', buffer: Buffer.alloc(12 * 1024 * 1024 + 1, 1) },
	];
	for (const file of bad) {
		await page.locator('input[type=file]:not([capture])').setInputFiles(file);
		await page.locator('form[action="?/send"] button[type=submit]:not([name])').click();
		await expect(page.locator('.problem').first()).toBeVisible();
		await expect(page.getByText(place)).toBeVisible();
	}
	await page.locator('form[action="?/send"] button[name=without]').click();
	await page.waitForURL(/\/uren\/[\w-]{22}/);
});

test('a double tap sends once, and going back leads to the same receipt', async ({ browser }) => {
	const { page } = await both(browser);
	const place = 'Dubbel getikt';
	await page.goto('/uren/nieuw');
	await declareUntilPhoto(page, place);
	await page.locator('form[action="?/send"] button[name=without]').dblclick();
	await page.waitForURL(/\/uren\/[\w-]{22}/);
	const first = page.url();
	await page.goBack();
	await expect(page).toHaveURL(new RegExp(new URL(first).pathname));
	await page.goto('/uren');
	await expect(page.locator('bdi', { hasText: place })).toHaveCount(1);
});

async function declareUntilPhoto(page: Page, place: string) {
	await page.locator('form[action="?/start"] button').click();
	await page.locator('[name=activity][value=volunteering]').check();
	await page.locator('form[action="?/save"] button[type=submit]').last().click();
	await page.locator('[name=known][value=""]').check();
	await page.locator('[name=organisation]').fill(place);
	for (const name of ['dutchSpoken', 'together']) {
		const yes = page.locator(`[name=${name}][value=yes]`);
		if ((await yes.count()) > 0) await yes.check();
	}
	await page.locator('form[action="?/save"] button[type=submit]').last().click();
	await page.locator('button[name=doneOn]').first().click();
	await page.locator('button[name=minutes]').first().click();
}

test('every decision can be made on the page of the entry too', async ({ browser }) => {
	const { page, staff } = await both(browser);
	const said = { organisation: 'Taalhuis besluit', minutes: 120, photo: null, daysAgo: 3 };
	const receipt = await declareHours(page, said);
	const entry = receipt.replace('/uren/', '/staf/uren/');
	await decide(staff, entry, 'Vraag stellen', 'ask');
	await decide(staff, entry, 'Deels meetellen', 'partly', '60');
	await staff.goto(entry);
	await staff.locator('form[action="?/correct"] select').selectOption({ index: 1 });
	await staff.locator('form[action="?/correct"] button').click();
	await decide(staff, entry, 'Niet meetellen', 'notCount');
	await page.goto(receipt);
	await expect(page.getByText('Deze uren tellen niet mee.', { exact: false })).toBeVisible();
});

async function decide(staff: Page, entry: string, label: string, action: string, minutes?: string) {
	await staff.goto(entry);
	await staff.locator('summary', { hasText: label }).click();
	const form = staff.locator(`form[action="?/${action}"]`);
	if (minutes) await form.locator('[name=minutes]').fill(minutes);
	await form.locator('select').selectOption({ index: 1 });
	await form.locator('button').click();
	await expect(staff.getByText('Verwerkt.')).toBeVisible();
}
