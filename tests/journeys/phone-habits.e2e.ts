import { expect, type Page, test } from '@playwright/test';
import { photo } from '../browser/hours.ts';
import { type Handset, newHandset } from '../browser/handset.ts';
import { arrive, copies, leaveToPhone, timesReceived, waiting } from '../browser/offline.ts';
import { openRoad, type Road } from '../browser/road.ts';

let handset: Handset;
let road: Road;

test.beforeEach(async () => {
	handset = newHandset();
	road = await openRoad();
});

test.afterEach(async () => {
	await handset.discard();
	await road.close();
});

for (const isConnected of [true, false]) {
	test(`a photo that another app shares is in a new entry (connection: ${isConnected})`, async () => {
		const place = `Gedeeld ${isConnected}`;
		const { context, page } = await handset.start();
		await arrive(context, page, road.address, 'hiwet');
		await page.goto(`${road.address}/wachtrij`);
		if (!isConnected) road.becomes('refused');
		await share(page);
		await page.waitForURL(/\/uren-zonder-verbinding\?gedeeld/);
		await page.locator('[data-yes]').click();
		await expect(page.locator('[data-photo-list] canvas')).toHaveCount(1);
		await page.locator('[name=activity][value=volunteering]').check();
		await page.locator('[name=organisation]').fill(place);
		for (const name of ['dutchSpoken', 'together']) {
			await page.locator(`[name=${name}][value=yes]`).check();
		}
		await page.locator('[name=otherDay]').fill('2026-11-20');
		await page.locator('[name=minutes][value="90"]').check();
		await leaveToPhone(page);
		road.becomes('through');
		await page.goto(`${road.address}/vandaag`);
		await expect.poll(() => waiting(page, road.address)).not.toContain('waiting');
		await expect.poll(() => timesReceived(context, road.address, [place])).toEqual([1]);
	});
}

test('who asked the browser to use little data gets copies of the first pages only', async () => {
	expect(await copiesOf(true)).toBe(5);
	await handset.kill();
	expect(await copiesOf(false)).toBeGreaterThan(5);
});

async function copiesOf(saveData: boolean): Promise<number> {
	const { context, page } = await handset.start();
	const session = await context.newCDPSession(page);
	await session.send('Emulation.setDataSaverOverride', { dataSaverEnabled: saveData });
	await arrive(context, page, road.address, 'abeba');
	await page.locator('form[action="/telefoon?/choose"]:has([value=own]) button').click();
	await page.goto(`${road.address}/vandaag`);
	await expect.poll(() => copies(page)).toBeGreaterThanOrEqual(5);
	// More would come one by one.
	await page.waitForTimeout(3000);
	return copies(page);
}

/** What Android does with the photo: a form with a file, sent to the address of the manifest. */
async function share(page: Page) {
	await page.evaluate(() => {
		const form = Object.assign(document.createElement('form'), {
			method: 'post',
			action: '/uren/delen',
			enctype: 'multipart/form-data',
		});
		const file = Object.assign(document.createElement('input'), { type: 'file', name: 'photo' });
		file.dataset['shared'] = '';
		form.append(file);
		document.body.append(form);
	});
	const file = { name: 'IMG_0007.jpg', mimeType: 'image/jpeg', buffer: await photo() };
	await page.locator('[data-shared]').setInputFiles(file);
	await page.evaluate(() =>
		document.querySelector<HTMLInputElement>('[data-shared]')?.form?.submit(),
	);
}
