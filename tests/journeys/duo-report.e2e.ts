import { type Browser, expect, type Page, test } from '@playwright/test';
import { agree, declareHours } from '../browser/hours.ts';
import { signedIn, tenants } from '../browser/world.ts';

const address = tenants.heerenveen;
const wide = { viewport: { width: 1280, height: 900 } } as const;

/** They are all Feven, whose hours go to DUO, and Bart, who tells DUO. */
test.describe.configure({ mode: 'default' });

async function both(browser: Browser) {
	const pocket = await signedIn(browser, address, 'feven', { javaScriptEnabled: false });
	const desk = await signedIn(browser, address, 'bart', { ...wide, javaScriptEnabled: false });
	return { pocket, desk, page: await pocket.newPage(), staff: await desk.newPage() };
}

/** Opens the hours of the person through the list of who DUO does not have. */
async function openFromList(staff: Page) {
	await staff.goto('/staf/werkvoorraad');
	await staff.getByRole('link', { name: 'Uren die nog niet bij DUO zijn' }).click();
	const row = staff.locator('tr', { hasText: 'Feven' });
	await expect(row).toContainText('Sinds');
	await row.getByRole('link').click();
	await expect(staff.locator('#duo')).toBeVisible();
}

const note = (staff: Page) => staff.getByRole('button', { name: 'Noteer' });
const participation = (staff: Page) =>
	staff.locator('#duo tr', { hasText: 'Participatieactiviteiten' });

test('confirmed hours are told to DUO, and the person sees how far that is', async ({
	browser,
}) => {
	const { pocket, desk, page, staff } = await both(browser);
	const said = { minutes: 180, photo: null };
	const receipt = await declareHours(page, { ...said, organisation: 'Naar DUO een', daysAgo: 2 });
	await agree(staff, 'Naar DUO een');
	await page.goto('/uren');
	await expect(page.getByText('Nog niets doorgegeven aan DUO.')).toBeVisible();
	await expect(page.getByText('U hoeft niets te doen.', { exact: false })).toBeVisible();

	await openFromList(staff);
	await expect(participation(staff)).toContainText('3 uur meer');
	const hours = new URL(staff.url()).pathname;

	await staff.locator('[name=reportedOn]').fill('2026-11-24');
	await note(staff).click();
	await expect(staff.locator('#duo .problem, #duo [role=alert]').first()).toBeVisible();
	await staff.locator('[name=reportedOn]').fill('2026-11-23');
	await note(staff).click();
	await expect(staff.getByText('Genoteerd: DUO heeft nu deze totalen.')).toBeVisible();
	await expect(participation(staff)).toContainText('Gelijk');
	await staff.goto('/staf/uren/duo');
	await expect(staff.locator('tr', { hasText: 'Feven' })).toHaveCount(0);

	await page.goto('/uren');
	await expect(
		page.getByText('Doorgegeven aan DUO: 3 uur, tot en met zondag 22 november 2026'),
	).toBeVisible();
	await expect(page.getByText('De andere uren geeft', { exact: false })).toHaveCount(0);
	await page.goto(receipt);
	await expect(page.getByText('De gemeente gaf deze uren door aan DUO.')).toBeVisible();
	await staff.goto(receipt.replace('/uren/', '/staf/uren/'));
	await expect(staff.getByText('Doorgegeven aan DUO')).toBeVisible();

	await declareHours(page, { ...said, organisation: 'Naar DUO twee', daysAgo: 1 });
	await staff.goto(hours);
	await expect(participation(staff)).toContainText('Tot een eerdere dag');
	await agree(staff, 'Naar DUO twee');
	await page.goto('/uren');
	await expect(page.getByText('De andere uren geeft', { exact: false })).toBeVisible();
	await pocket.close();
	await desk.close();
});

test('what moved meanwhile is not noted, and a lower total only with a reason', async ({
	browser,
}) => {
	const { pocket, desk, page, staff } = await both(browser);
	await openFromList(staff);
	const hours = new URL(staff.url()).pathname;
	await expect(participation(staff)).toContainText('3 uur meer');
	const colleague = await desk.newPage();
	await colleague.goto(hours);
	await note(colleague).click();
	await expect(colleague.getByText('Genoteerd: DUO heeft', { exact: false })).toBeVisible();
	// The same report by the same person, from a page that stood open: it is there already.
	await note(staff).click();
	await expect(staff.getByText('Genoteerd: DUO heeft', { exact: false })).toBeVisible();

	await declareHours(page, {
		organisation: 'Naar DUO drie',
		minutes: 180,
		photo: null,
		daysAgo: 3,
	});
	await agree(staff, 'Naar DUO drie');
	await colleague.goto(hours);
	await expect(participation(colleague)).toContainText('3 uur meer');
	await staff.goto(hours);
	await staff.locator('tr', { hasText: 'Naar DUO een' }).getByRole('link').click();
	await staff.locator('form[action="?/correct"] select').selectOption({ index: 1 });
	await staff.locator('form[action="?/correct"] button').click();
	await expect(staff.getByText('Verwerkt.').first()).toBeVisible();
	await note(colleague).click();
	await expect(colleague.locator('#duo .problem').first()).toBeVisible();
	await expect(participation(colleague)).toContainText('3 uur minder');
	await note(colleague).click();
	await expect(colleague.locator('#lowerReason-problem')).toBeVisible();
	await colleague
		.locator('[name=lowerReason]')
		.selectOption({ label: 'Een besluit over uren is teruggenomen' });
	await note(colleague).click();
	await expect(colleague.getByText('Genoteerd: DUO heeft', { exact: false })).toBeVisible();
	await colleague.getByText('Eerder doorgegeven').click();
	await expect(colleague.getByText('Lager: Een besluit over uren is teruggenomen')).toBeVisible();
	await page.goto('/uren');
	await expect(page.getByText('Dat is minder dan eerst.', { exact: false })).toBeVisible();
	await pocket.close();
	await desk.close();
});
