import { type Browser, expect, type Page, test } from '@playwright/test';
import { openAtDesk } from '../browser/hours.ts';
import { signedIn, tenants } from '../browser/world.ts';

const address = tenants.fermWerk;
const wide = { viewport: { width: 1280, height: 900 } } as const;

/** They are all Murat, who has one unfinished form at a time. */
test.describe.configure({ mode: 'default' });

async function both(browser: Browser, javaScriptEnabled = true) {
	const pocket = await signedIn(browser, address, 'murat', { javaScriptEnabled });
	const desk = await signedIn(browser, address, 'dirk', { ...wide, javaScriptEnabled });
	return { page: await pocket.newPage(), staff: await desk.newPage() };
}

for (const javaScriptEnabled of [true, false]) {
	test(`the same key with other answers is refused with 409 and nothing typed is lost (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const { page, staff } = await both(browser, javaScriptEnabled);
		const place = `Twee tabs ${javaScriptEnabled}`;
		await declareUntilPhoto(page, place);
		const wizard = page.url();
		const tab = await page.context().newPage();
		await tab.goto(wizard.replace('/bewijs', '/hoelang'));
		await tab.locator('button[name=minutes][value="120"]').click();
		await expect(tab).toHaveURL(/\/bewijs$/);

		const changed = await sendFrom(page);
		expect(changed).toBe(409);
		await expect(
			page.getByText('Iemand anders heeft dit intussen veranderd.', { exact: false }),
		).toBeVisible();
		await tab.goto(wizard);
		await page.goto(wizard.replace('/bewijs', '/hoelang'));
		await page.locator('button[name=minutes][value="60"]').click();
		await expect(page).toHaveURL(/\/bewijs$/);
		expect(await sendFrom(page)).toBe(303);
		await page.waitForURL(/\/uren\/[\w-]{22}$/);

		expect(await sendFrom(tab)).toBe(409);
		await expect(tab.getByText('Deze uren zijn al gestuurd')).toBeVisible();
		await expect(tab.locator(`a[href="${new URL(page.url()).pathname}"]`)).toBeVisible();
		await tab.locator('a[href$="/bewijs"]').click();
		await expect(tab.getByText(place)).toBeVisible();
		await expect(tab.locator('main')).toContainText('2 uur');

		await page.goto('/uren');
		await expect(page.locator('bdi', { hasText: place })).toHaveCount(1);
		await openAtDesk(staff, place);
		await expect(staff.getByText('volgens de telefoon')).toHaveCount(javaScriptEnabled ? 1 : 0);
		await tab.goto('/uren/nieuw');
		await tab.locator('form[action="?/drop"] button').first().click();
	});
}

test('the same key with the same answers gives the same receipt, by any client', async ({
	browser,
}) => {
	const { page } = await both(browser);
	await declareUntilPhoto(page, 'Nog eens hetzelfde');
	const address = page.url();
	const value = (name: string) => page.locator(`[name=${name}]`).first().inputValue();
	const form = {
		seen: await value('seen'),
		checks: await value('checks'),
		answers: await value('answers'),
		without: 'yes',
	};
	const send = async (multipart: Record<string, string>) => {
		const { origin } = new URL(address);
		const headers = { origin, accept: 'text/html' };
		const answer = await page
			.context()
			.request.post(`${address}?/send`, { multipart, headers, maxRedirects: 0 });
		return [answer.status(), answer.headers()['location']] as const;
	};
	const first = await send(form);
	expect(first[0]).toBe(303);
	expect(await send(form)).toEqual(first);
	expect((await send({ ...form, seen: 'another', answers: 'no answers' }))[0]).toBe(409);
	await page.goto('/uren');
	await expect(page.locator('bdi', { hasText: 'Nog eens hetzelfde' })).toHaveCount(1);
});

test('how long is chosen a little at a time, without JavaScript', async ({ browser }) => {
	const { page } = await both(browser, false);
	await declareUntilPhoto(page, 'Vijf minuten meer');
	const wizard = page.url();
	await page.goto(wizard.replace('/bewijs', '/hoelang'));
	const adjust = page.locator('button[name=adjusted]');
	await adjust.last().click();
	await expect(page.locator('#zelf')).toContainText('1 uur en 5 minuten');
	await adjust.first().click();
	await expect(page.locator('#zelf')).toContainText('35 minuten');
	await page.locator('#zelf form[action="?/save"] button').click();
	await expect(page).toHaveURL(/\/bewijs$/);
	await expect(page.locator('main')).toContainText('35 minuten');
	await page.goto('/uren/nieuw');
	await page.locator('form[action="?/drop"] button').first().click();
});

/** Sends the last step without a photo; gives the status of the answer. */
async function sendFrom(page: Page): Promise<number> {
	const answer = page.waitForResponse(
		(response) => response.request().method() === 'POST' && response.url().includes('?/send'),
	);
	await page.locator('form[action="?/send"] button[name=without]').click();
	return (await answer).status();
}

async function declareUntilPhoto(page: Page, place: string) {
	await page.goto('/uren/nieuw');
	await page.locator('form[action="?/start"] button').click();
	await page.locator('[name=activity][value=volunteering]').check();
	await page.locator('form[action="?/save"] button[type=submit]').last().click();
	const elsewhere = page.locator('[name=known][value=""]');
	if ((await elsewhere.count()) > 0) await elsewhere.check();
	await page.locator('[name=organisation]').fill(place);
	for (const name of ['dutchSpoken', 'together']) {
		const yes = page.locator(`[name=${name}][value=yes]`);
		if ((await yes.count()) > 0) await yes.check();
	}
	await page.locator('form[action="?/save"] button[type=submit]').last().click();
	await page.locator('button[name=doneOn]').nth(6).click();
	await page.locator('button[name=minutes][value="60"]').click();
	await expect(page).toHaveURL(/\/bewijs$/);
}
