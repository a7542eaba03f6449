import { expect, type Page, test } from '@playwright/test';
import { signedIn, tenants } from '../browser/world.ts';

const dutch = (page: Page) => page.locator('main .dutch');

for (const javaScriptEnabled of [true, false]) {
	test(`a letter about a fine: who it is from, what to do, who helps, and how to object (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const pocket = await signedIn(browser, tenants.heerenveen, 'hala', { javaScriptEnabled });
		const page = await pocket.newPage();
		await page.goto('/hulp');
		await page.getByRole('link', { name: 'Ik heb een brief gekregen' }).click();
		await page.getByRole('link', { name: 'De gemeente' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('البلدية');
		const fine = page.locator('section', {
			has: page.getByRole('heading', { name: 'Een boete', exact: false }),
		});
		await expect(fine).toContainText('Bel meteen uw klantmanager.');
		await expect(fine).toContainText('Voor bezwaar hebt u 6 weken.');
		await fine.locator('.read-on a').click();

		await expect(page).toHaveURL(/\/hulp\/regels\/boete$/);
		const headings = await page.locator('main h2').allTextContents();
		expect(headings[0]).toContain('Wat u kunt doen');
		expect(headings[1]).toContain('Uw klantmanager');
		expect(headings.at(-1)).toContain('Wat er daarna kan gebeuren');
		await expect(page.getByText('VluchtelingenWerk')).toBeVisible();
		await expect(page.getByText('Een boete is echt het laatste middel.')).toBeVisible();
		await expect(dutch(page).getByText('hoogstens € 50.')).toBeHidden();
		await page.locator('summary', { hasText: 'Boete van de gemeente' }).click();
		await expect(dutch(page).getByText('hoogstens € 50.')).toBeVisible();
		await expect(dutch(page).getByText('nooit meer dan € 2.400.')).toBeVisible();
		await page.getByRole('link', { name: 'Niet eens met een besluit' }).click();
		await expect(page.getByText('Stuur de brief naar wie het besluit nam.')).toBeVisible();
		await page.getByRole('link', { name: 'Alle regels' }).click();
		await expect(page.locator('.big-links a')).toHaveCount(6);
		await pocket.close();
	});
}

test('a gezinsmigrant reads nothing about fines for lessons, and pays a bill of the school', async ({
	browser,
}) => {
	const pocket = await signedIn(browser, tenants.heerenveen, 'elif');
	const page = await pocket.newPage();
	await page.goto('/hulp/regels/boete');
	await page.locator('summary', { hasText: 'Boete van de gemeente' }).click();
	await expect(dutch(page).getByText('Voor lessen die u mist')).toBeVisible();
	await expect(dutch(page).getByText('U gaat naar uw lessen.')).toHaveCount(0);
	await expect(page.getByText('VluchtelingenWerk')).toHaveCount(0);
	await page.goto('/hulp/brief/school');
	await expect(dutch(page).getByText('U kiest en betaalt zelf uw lessen.')).toBeVisible();
	await pocket.close();
});

test('who waits for a plan reads about the intake, and no own days', async ({ browser }) => {
	const pocket = await signedIn(browser, tenants.heerenveen, 'yonas');
	const page = await pocket.newPage();
	await page.goto('/hulp/regels/boete');
	for (const summary of await page.locator('summary').all()) await summary.click();
	await expect(dutch(page).getByText('Dan krijgt u eerst een waarschuwing')).toBeVisible();
	await expect(dutch(page).getByText('DUO kijkt pas als al uw tijd voorbij is.')).toBeVisible();
	await page.goto('/hulp/regels/verlenging');
	await expect(dutch(page).getByText('Uw tijd begint pas na uw plan.')).toBeVisible();
	await pocket.close();
});

test('who lives under the law of 2013 reads only what is true for them', async ({ browser }) => {
	const pocket = await signedIn(browser, tenants.heerenveen, 'dawit');
	const page = await pocket.newPage();
	for (const topic of [
		'plichten',
		'boete',
		'verlenging',
		'ontheffing',
		'vrijstelling',
		'bezwaar',
	]) {
		await page.goto(`/hulp/regels/${topic}`);
		const words = (await dutch(page).allTextContents()).join('\n');
		expect(words, topic).not.toMatch(/PVT|MAP|brede intake|€/);
	}
	await page.goto('/hulp/regels/boete');
	await expect(
		dutch(page).getByText('De gemeente geeft u voor inburgeren geen boete.'),
	).toBeVisible();
	await pocket.close();
});

test('from the plan one reads how to object, with the own last day; other addresses are not found', async ({
	browser,
}) => {
	const pocket = await signedIn(browser, tenants.heerenveen, 'hala');
	const page = await pocket.newPage();
	await page.goto('/plan');
	await page.getByRole('link', { name: 'Niet eens met een besluit' }).click();
	await expect(page).toHaveURL(/\/hulp\/regels\/bezwaar$/);
	await expect(dutch(page).getByText('Bezwaar maken kon tot en met')).toBeVisible();
	for (const address of [
		'/hulp/regels/rente',
		'/hulp/regels/__proto__',
		'/hulp/brief/cjib',
		'/hulp/brief/constructor',
	]) {
		expect((await page.request.get(address)).status(), address).toBe(404);
	}
	await pocket.close();

	const stranger = await browser.newContext({ baseURL: tenants.heerenveen });
	const open = await stranger.newPage();
	await open.goto('/hulp/regels/boete');
	await expect(open).toHaveURL(/\/inloggen/);
	await stranger.close();
});
