import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';

/** A photo as a phone makes it: a JPEG with a place and a camera in its metadata. */
export function photo(): Promise<Buffer> {
	const exif = {
		IFD0: { Make: 'Telefoon' },
		IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 57/1 0/1' },
	};
	return sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#3f8379' } })
		.withExif(exif)
		.jpeg()
		.toBuffer();
}

/** Goes through the five steps of the wizard; gives the address of the receipt. */
export async function declareHours(
	page: Page,
	said: { organisation: string; minutes: number; photo: Buffer | null; daysAgo?: number },
): Promise<string> {
	await page.goto('/uren/nieuw');
	await page.locator('form[action="?/start"] button').click();
	await page.locator('[name=activity][value=volunteering]').check();
	await page.locator('form[action="?/save"] button[type=submit]').last().click();
	await page.locator('[name=organisation]').fill(said.organisation);
	const elsewhere = page.locator('[name=known][value=""]');
	if ((await elsewhere.count()) > 0) await elsewhere.check();
	for (const name of ['dutchSpoken', 'together']) {
		const yes = page.locator(`[name=${name}][value=yes]`);
		if ((await yes.count()) > 0) await yes.check();
	}
	await page.locator('form[action="?/save"] button[type=submit]').last().click();
	await page
		.locator('button[name=doneOn]')
		.nth(said.daysAgo ?? 0)
		.click();
	await page.locator(`button[name=minutes][value="${said.minutes}"]`).click();
	if (said.photo) {
		const file = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: said.photo };
		await page.locator('input[type=file]:not([capture])').setInputFiles(file);
		await page.locator('form[action="?/send"] button[type=submit]:not([name])').click();
	} else {
		await page.locator('form[action="?/send"] button[name=without]').click();
	}
	await page.waitForURL(/\/uren\/[\w-]{22}/);
	return new URL(page.url()).pathname;
}

/** The row of an entry in the list of what waits, found by its place. */
export async function rowAtDesk(staff: Page, place: string): Promise<Locator> {
	await staff.goto('/staf/uren');
	return staff.locator('tr', { hasText: place });
}

/** Opens an entry that waits, to decide about it. */
export async function openAtDesk(staff: Page, place: string) {
	await (await rowAtDesk(staff, place)).locator('a[data-row]').click();
	await staff.waitForURL(/\/staf\/uren\/[\w-]{22}/);
}

/** Decides that all the minutes of an entry count. */
export async function agree(staff: Page, place: string) {
	await openAtDesk(staff, place);
	await staff.getByRole('button', { name: 'Goed', exact: true }).click();
	await staff.getByText('Verwerkt.').waitFor();
}
