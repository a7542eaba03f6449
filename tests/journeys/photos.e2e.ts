import { expect, type Page, test } from '@playwright/test';
import { jpegOf, page as writtenPage, scene } from '../browser/pictures.ts';
import { photo } from '../browser/hours.ts';
import { signedIn, tenants } from '../browser/world.ts';

const { heerenveen } = tenants;
const keeper = 'input[type=file]:not([capture])';

test('the phone asks about photos before they are sent, and both read how long they are kept', async ({
	browser,
}) => {
	const pocket = await signedIn(browser, heerenveen, 'basma');
	const page = await pocket.newPage();
	await toPhotoStep(page);

	const dark = await jpegOf(writtenPage, { gain: 0.15 });
	await choose(page, ['donker.jpg', dark]);
	const rows = page.locator('[data-photo-list] > li');
	await expect(rows).toHaveCount(1);
	await expect(rows.first()).toContainText('De foto is donker. Wilt u een nieuwe maken?');
	await rows.first().locator('[data-photo-use]').click();
	await expect(rows.first().locator('[data-photo-ask]')).toBeHidden();

	await choose(
		page,
		['goed.jpg', await photo()],
		['onscherp.jpg', await jpegOf(scene(1), { blur: 9 })],
	);
	await expect(rows).toHaveCount(3);
	await expect(rows.nth(1).locator('[data-photo-ask]')).toBeHidden();
	await expect(rows.nth(2)).toContainText('De foto is niet scherp.');
	await expect(rows.nth(1).locator('canvas')).toBeVisible();
	expect(await sent(page)).toEqual([
		{ type: 'image/jpeg', hasPlace: false },
		{ type: 'image/jpeg', hasPlace: false },
		{ type: 'image/jpeg', hasPlace: false },
	]);
	await rows.nth(2).locator('[data-photo-remove]').click();
	await expect(rows).toHaveCount(2);

	const paper = Buffer.from('%PDF-1.4 a phone cannot draw this');
	await choose(page, ['brief.pdf', paper], ['a.jpg', dark], ['b.jpg', dark]);
	await expect(rows).toHaveCount(4);
	await expect(page.getByText('Er kunnen 4 bestanden bij.', { exact: false })).toBeVisible();
	const letter = rows.filter({ hasText: 'brief.pdf' });
	await letter.locator('[data-photo-remove]').click();
	await rows.nth(2).locator('[data-photo-remove]').click();
	await expect(rows).toHaveCount(2);

	await page
		.locator('form[action="?/send"] button[type=submit]:not([name]):not([type=button])')
		.click();
	await page.waitForURL(/\/uren\/[\w-]{22}/);
	await expect(page.locator('img.photo')).toHaveCount(2);
	await expect(page.getByText('Na ons antwoord ziet u hier hoe lang')).toBeVisible();
	const receipt = new URL(page.url()).pathname;

	const desk = await signedIn(browser, heerenveen, 'anna', {
		viewport: { width: 1280, height: 900 },
	});
	const staff = await desk.newPage();
	await staff.goto(receipt.replace('/uren/', '/staf/uren/'));
	await expect(staff.getByText('Wordt bewaard tot na de beslissing.')).toBeVisible();
	await staff.locator('form[action="?/confirm"] button').first().click();
	await staff.waitForLoadState();
	await staff.goto(receipt.replace('/uren/', '/staf/uren/'));
	await expect(staff.getByText('Wordt bewaard tot en met zondag 23 mei 2027.')).toBeVisible();
	await page.goto(receipt);
	await expect(
		page.getByText('Wij bewaren uw foto tot en met zondag 23 mei 2027.', { exact: false }),
	).toBeVisible();
	await pocket.close();
	await desk.close();
});

async function choose(page: Page, ...files: readonly (readonly [string, Buffer])[]) {
	await page.locator(keeper).setInputFiles(
		files.map(([name, buffer]) => ({
			name,
			mimeType: name.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg',
			buffer,
		})),
	);
}

/** What the form would send: the kind of each file, and whether a place stands in it. */
function sent(page: Page) {
	return page.locator(keeper).evaluate((input) => {
		const files = [...((input as HTMLInputElement).files ?? [])];
		return Promise.all(
			files.map(async (file) => ({
				type: file.type,
				hasPlace: new TextDecoder('latin1').decode(await file.arrayBuffer()).includes('Exif'),
			})),
		);
	});
}

async function toPhotoStep(page: Page) {
	await page.goto('/uren/nieuw');
	await page.locator('form[action="?/start"] button').click();
	await page.locator('[name=activity][value=volunteering]').check();
	await page.locator('form[action="?/save"] button[type=submit]').last().click();
	await page.locator('[name=organisation]').fill('Buurthuis De Spil');
	for (const name of ['dutchSpoken', 'together']) {
		const yes = page.locator(`[name=${name}][value=yes]`);
		if ((await yes.count()) > 0) await yes.check();
	}
	await page.locator('form[action="?/save"] button[type=submit]').last().click();
	await page.locator('button[name=doneOn]').first().click();
	await page.locator('button[name=minutes][value="180"]').click();
	await page.waitForURL(/\/bewijs$/);
}
