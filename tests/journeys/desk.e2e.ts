import { type Browser, expect, type Page, test } from '@playwright/test';
import { agree, declareHours, openAtDesk, photo, rowAtDesk } from '../browser/hours.ts';
import { signedIn, tenants } from '../browser/world.ts';

const address = tenants.fermWerk;
const wide = { viewport: { width: 1280, height: 900 } } as const;

/** They are all Murat, who has one unfinished form at a time, and Dirk, who decides. */
test.describe.configure({ mode: 'default' });

async function both(browser: Browser, javaScriptEnabled = true) {
	const pocket = await signedIn(browser, address, 'murat', { javaScriptEnabled });
	const desk = await signedIn(browser, address, 'dirk', { ...wide, javaScriptEnabled });
	return { page: await pocket.newPage(), staff: await desk.newPage() };
}

/** An entry without anything that deserves a second look: a day of its own, with a photo. */
async function sent(page: Page, organisation: string, daysAgo: number): Promise<string> {
	return declareHours(page, { organisation, minutes: 60, photo: await photo(), daysAgo });
}

test('the whole desk by keys, never while typing, and not for who turned them off', async ({
	browser,
}) => {
	const { page, staff } = await both(browser);
	await sent(page, 'Toetsen een', 0);
	await sent(page, 'Toetsen twee', 1);

	await staff.goto('/staf/uren');
	await expect(staff.getByText('g: goed')).toBeHidden();
	await staff.keyboard.press('?');
	await expect(staff.getByText('g: goed')).toBeVisible();
	const rows = staff.locator('a[data-row]');
	await staff.keyboard.press('j');
	await expect(rows.first()).toBeFocused();
	await staff.keyboard.press('j');
	await expect(rows.nth(1)).toBeFocused();
	await staff.keyboard.press('k');
	await expect(rows.first()).toBeFocused();
	await staff.keyboard.press('Enter');
	await staff.waitForURL(/\/staf\/uren\/[\w-]{22}$/);
	const first = staff.url();
	await staff.keyboard.press('j');
	await expect(staff).not.toHaveURL(first);
	// A key is heard once the page is there.
	await staff.waitForLoadState();
	await staff.keyboard.press('k');
	await expect(staff).toHaveURL(first);

	await openAtDesk(staff, 'Toetsen een');
	const here = staff.url();
	await staff.keyboard.press('v');
	const ask = staff.locator('form[action="?/ask"]');
	await expect(ask.locator('select')).toBeFocused();
	await staff.keyboard.press('g');
	await ask.locator('[name=words]').focus();
	await staff.keyboard.type('graag jk?v');
	await expect(ask.locator('[name=words]')).toHaveValue('graag jk?v');
	await expect(staff).toHaveURL(here);
	await ask.locator('[name=words]').blur();
	await staff.keyboard.press('Control+g');
	await expect(staff).toHaveURL(here);

	await staff.keyboard.press('g');
	await expect(staff.getByText('Verwerkt.')).toBeVisible();
	await staff.getByRole('button', { name: 'Ongedaan maken' }).click();
	await expect(staff.getByText('Ongedaan gemaakt.', { exact: false })).toBeVisible();
	await expect(staff).toHaveURL(new RegExp(new URL(here).pathname));

	await staff.goto('/staf/gegevens');
	await staff.locator('[name=keys]').uncheck();
	await staff.getByRole('button', { name: 'Opslaan' }).click();
	await staff.goto(here);
	await expect(staff.locator('[data-keys]')).toHaveCount(0);
	await staff.keyboard.press('g');
	await staff.keyboard.press('?');
	await expect(staff).toHaveURL(here);
	await expect(staff.locator('form[action="?/confirm"]')).toHaveCount(1);
	await staff.goto('/staf/gegevens');
	await expect(staff.locator('[name=keys]')).not.toBeChecked();
	await staff.locator('[name=keys]').check();
	await staff.getByRole('button', { name: 'Opslaan' }).click();
});

test('a decision is undone within seconds, without JavaScript; later it says how to go on', async ({
	browser,
}) => {
	const { page, staff } = await both(browser, false);
	const place = 'Even vergist';
	const receipt = await sent(page, place, 2);
	await agree(staff, place);
	await staff.getByRole('button', { name: 'Ongedaan maken' }).click();
	await expect(staff.getByText('Ongedaan gemaakt.', { exact: false })).toBeVisible();
	await expect(staff.getByText('Meteen ongedaan gemaakt')).toBeVisible();
	await page.goto(receipt);
	await expect(page.getByText('De gemeente kijkt naar deze uren.', { exact: false })).toBeVisible();
	await expect(
		page.getByText('De gemeente nam een beslissing meteen terug.', { exact: false }),
	).toBeVisible();
	await expect(page.getByText('De gemeente vond het goed', { exact: false })).toHaveCount(0);

	await agree(staff, place);
	await staff.waitForTimeout(16_000);
	await staff.getByRole('button', { name: 'Ongedaan maken' }).click();
	await expect(staff.getByText('Ongedaan maken kan nu niet meer.', { exact: false })).toBeVisible();
	await staff.getByRole('alert').getByRole('link').click();
	await staff.locator('form[action="?/correct"] select').selectOption('mistake');
	await staff.locator('form[action="?/correct"] [name=words]').fill('Wij bellen u.');
	await staff.locator('form[action="?/correct"] button').click();
	await page.reload();
	await expect(page.locator('[lang=nl]', { hasText: 'Wij bellen u.' }).first()).toBeVisible();
	await expect(page.getByText('Wij hebben een fout gemaakt.').first()).toBeVisible();
});

test('the button that undoes goes away after ten seconds', async ({ browser }) => {
	const { page, staff } = await both(browser);
	await sent(page, 'Tien tellen', 3);
	await agree(staff, 'Tien tellen');
	const undo = staff.getByRole('button', { name: 'Ongedaan maken' });
	await expect(undo).toBeVisible();
	await expect(undo).toHaveCount(0, { timeout: 12_000 });
});

test('of a batch each failure is named, and the rest is done and can be undone', async ({
	browser,
}) => {
	const { page, staff } = await both(browser);
	await sent(page, 'Samen blijft', 4);
	const withdrawn = await sent(page, 'Samen weg', 5);
	await staff.goto('/staf/uren');
	for (const place of ['Samen blijft', 'Samen weg']) {
		await staff.locator('tr', { hasText: place }).locator('input[type=checkbox]').check();
	}
	const number = await staff
		.locator('tr', { hasText: 'Samen weg' })
		.locator('input[type=checkbox]')
		.inputValue();
	await page.goto(withdrawn);
	await page.locator('form[action="?/withdraw"] button').click();
	await staff.getByRole('button', { name: 'Aangevinkte uren goedkeuren' }).click();
	const failed = staff.getByRole('alert');
	await expect(failed).toContainText(`Nummer ${number}, Murat Yalçın`);
	await expect(failed).toContainText('Hierover is al beslist.');
	await expect(failed.locator('li')).toHaveCount(1);
	await expect(staff.locator('tr', { hasText: 'Samen blijft' })).toHaveCount(0);
	await staff.getByRole('button', { name: 'Ongedaan maken' }).click();
	await expect(await rowAtDesk(staff, 'Samen blijft')).toHaveCount(1);
	await staff.goto('/staf/uren');
	await staff.getByRole('button', { name: 'Aangevinkte uren goedkeuren' }).click();
	await expect(staff.getByText('Vink eerst regels aan.')).toBeVisible();
});

test('what was drawn is looked at by somebody else, who keeps it or takes it back', async ({
	browser,
}) => {
	const desk = await signedIn(browser, address, 'lotte', wide);
	const lead = await desk.newPage();
	await lead.goto('/staf/uren');
	await lead.locator('a[href="/staf/uren/steekproef"]').click();
	const before = await figures(lead);
	expect(before.waiting).toBeGreaterThan(1);
	await lead.getByRole('button', { name: 'In orde' }).first().click();
	await expect(lead.getByText('Genoteerd.')).toBeVisible();
	const crowd = lead.locator('article').filter({ hasNotText: /Santos|Mansour|Ahmadi|Rostami/ });
	await crowd.last().locator('summary').click();
	const back = crowd.last().locator('form[action="?/takeBack"]');
	await back.locator('select').selectOption('secondLook');
	await back.locator('[name=words]').fill('De foto is van een andere dag.');
	await back.locator('button').click();
	await expect(lead.getByText('Genoteerd.')).toBeVisible();
	expect(await figures(lead)).toEqual({
		...before,
		waiting: before.waiting - 2,
		inOrder: before.inOrder + 1,
		takenBack: before.takenBack + 1,
	});

	const own = await signedIn(browser, address, 'dirk', wide);
	const dirk = await own.newPage();
	await dirk.goto('/staf/uren/steekproef');
	await expect(dirk.getByText('Er wacht niets in de steekproef voor u.')).toBeVisible();
});

async function figures(page: Page) {
	const [drawn, waiting, inOrder, takenBack] = await page.locator('main dl dd').allInnerTexts();
	return {
		drawn: Number(drawn),
		waiting: Number(waiting),
		inOrder: Number(inOrder),
		takenBack: Number(takenBack),
	};
}
