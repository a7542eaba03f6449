import { expect, test } from '@playwright/test';
import { heic } from '../../src/lib/server/proofs/heic-samples.ts';
import { pdf } from '../../src/lib/server/proofs/pdf-samples.ts';
import { declareHours, photo, rowAtDesk } from '../browser/hours.ts';
import { signedIn, tenants } from '../browser/world.ts';

const place = 'Buurthuis De Wringe';
const pieces = {
	heic: { name: 'IMG_0007.HEIC', mimeType: 'image/heic', buffer: heic() },
	paper: { name: 'urenbriefje.pdf', mimeType: 'application/pdf', buffer: pdf({ pages: 2 }) },
	long: { name: 'boek.pdf', mimeType: 'application/pdf', buffer: pdf({ pages: 11 }) },
};

test('a HEIC and a PDF go along as proof, and the klantmanager sees both', async ({ browser }) => {
	const pocket = await signedIn(browser, tenants.heerenveen, 'elif', { javaScriptEnabled: false });
	const page = await pocket.newPage();
	const receipt = await declareHours(page, {
		organisation: place,
		minutes: 120,
		photo: await photo(),
		daysAgo: 3,
	});
	const file = page.locator('input[type=file]:not([capture])');
	const add = page.locator('form[action="?/photo"] button');
	for (const piece of [pieces.heic, pieces.paper]) {
		await file.setInputFiles(piece);
		await add.click();
	}
	await expect(page.locator('img.photo')).toHaveCount(2);
	await expect(page.getByText('Bekijk de pdf (2 bladzijden)')).toBeVisible();

	await file.setInputFiles(pieces.long);
	await add.click();
	await expect(
		page.getByText('Deze pdf heeft meer dan 10 bladzijden.', { exact: false }),
	).toBeVisible();
	await expect(page.locator('img.photo')).toHaveCount(2);

	const desk = await signedIn(browser, tenants.heerenveen, 'anna', {
		viewport: { width: 1280, height: 900 },
	});
	const staff = await desk.newPage();
	const row = await rowAtDesk(staff, place);
	await expect(row.locator('img')).toHaveCount(2);
	await staff.goto(receipt.replace('/uren/', '/staf/uren/'));
	for (const picture of await staff.locator('img[src^="/staf/bewijs/"]').all()) {
		await expect(picture).toHaveJSProperty('complete', true);
		expect(await picture.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBeGreaterThan(
			0,
		);
	}
	const download = staff.waitForEvent('download');
	await staff.getByRole('link', { name: 'Bekijk de pdf (2 bladzijden)' }).click();
	expect((await download).suggestedFilename()).toMatch(/^bewijs-[\w-]{22}\.pdf$/);
	const address = await staff.locator('a.paper').getAttribute('href');
	const answer = await desk.request.get(address ?? '');
	expect(answer.headers()).toMatchObject({
		'content-type': 'application/pdf',
		'x-content-type-options': 'nosniff',
		'content-security-policy': expect.stringContaining('sandbox'),
	});
	expect((await answer.body()).toString('latin1', 0, 5)).toBe('%PDF-');
	await pocket.close();
	await desk.close();
});

test('a file that cannot be taken keeps what was filled in, and says so in a sentence', async ({
	browser,
}) => {
	const pocket = await signedIn(browser, tenants.heerenveen, 'elif', { javaScriptEnabled: false });
	const page = await pocket.newPage();
	await page.goto('/uren/nieuw');
	await page.locator('form[action="?/start"] button').click();
	await page.locator('[name=activity][value=volunteering]').check();
	await page.locator('form[action="?/save"] button[type=submit]').last().click();
	await page.locator('[name=organisation]').fill('Kinderboerderij');
	const elsewhere = page.locator('[name=known][value=""]');
	if ((await elsewhere.count()) > 0) await elsewhere.check();
	for (const name of ['dutchSpoken', 'together']) {
		const yes = page.locator(`[name=${name}][value=yes]`);
		if ((await yes.count()) > 0) await yes.check();
	}
	await page.locator('form[action="?/save"] button[type=submit]').last().click();
	await page.locator('button[name=doneOn]').nth(4).click();
	await page.locator('button[name=minutes][value="60"]').click();
	const file = page.locator('input[type=file]:not([capture])');
	for (const [piece, sentence] of [
		[pieces.long, 'Deze pdf heeft meer dan 10 bladzijden.'],
		[
			{ ...pieces.paper, buffer: pdf({ trailer: '/Encrypt << /V 2 >>' }) },
			'Deze pdf heeft een wachtwoord.',
		],
		[{ ...pieces.heic, buffer: Buffer.from('<svg/>') }, 'Dit bestand kunnen wij niet lezen.'],
	] as const) {
		await file.setInputFiles(piece);
		await page.locator('form[action="?/send"] button[type=submit]:not([name])').click();
		await expect(page.getByText(sentence, { exact: false })).toBeVisible();
		await expect(page.getByText('Kinderboerderij')).toBeVisible();
	}
	await pocket.close();
});
