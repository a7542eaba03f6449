import { mkdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { agree, declareHours, photo, rowAtDesk } from '../browser/hours.ts';
import { signedIn, tenants } from '../browser/world.ts';

const address = tenants.heerenveen;
const why = 'U hebt nu tijd op zaterdag.';

for (const { persona, familyName, javaScriptEnabled } of [
	{ persona: 'omar', familyName: 'Khalil', javaScriptEnabled: true },
	{ persona: 'amina', familyName: 'Haddad', javaScriptEnabled: false },
]) {
	test(`the main job in Arabic and Dutch (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const desk = await signedIn(browser, address, 'anna', {
			viewport: { width: 1280, height: 800 },
			javaScriptEnabled,
		});
		const staff = await desk.newPage();
		const own = `U helpt op zaterdag in de buurttuin (${persona}).`;
		await publishRevision(staff, familyName, own);

		const pocket = await signedIn(browser, address, persona, { javaScriptEnabled });
		const page = await pocket.newPage();
		await page.goto('/plan');
		await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
		await expect(page.getByText('Dit is versie 2 van uw plan.')).toBeVisible();
		const news = page.locator('section', { hasText: 'Nieuw in dit plan' });
		await expect(news.getByText(own)).toBeVisible();
		await expect(news.getByText(why)).toBeVisible();
		await expect(page.locator('section', { hasText: 'Dit doet u' }).getByText(own)).toBeVisible();
		await expect(page.locator('[lang=ar][dir=rtl]').first()).toBeVisible();
		const party = page.getByText('Dit doet de gemeente');
		await expect(party).toBeVisible();

		const before = await confirmedMinutes(page);
		const organisation = `Buurttuin ${persona}`;
		const receipt = await declareHours(page, { organisation, minutes: 180, photo: await photo() });
		await expect(page.getByText('3 uur', { exact: false }).first()).toBeVisible();
		await expect(page.locator('img[src^="/uren/bewijs/"]').first()).toBeVisible();
		expect(await confirmedMinutes(page)).toBe(before);

		await expect((await rowAtDesk(staff, organisation)).locator('img')).toBeVisible();
		await agree(staff, organisation);

		expect(await confirmedMinutes(page)).toBe(before + 180);
		await page.goto(receipt);
		await expect(page.getByText('Deze uren tellen mee.', { exact: false })).toBeVisible();
		if (javaScriptEnabled) await takePictures(page);
		await desk.close();
		await pocket.close();
	});
}

test('in Turkish, where no participation norm applies', async ({ browser }) => {
	const pocket = await signedIn(browser, address, 'elif');
	const page = await pocket.newPage();
	await page.goto('/uren');
	await expect(page.getByText('Bij uw leerroute hoort geen vast aantal uren.')).toBeVisible();
	await expect(page.locator('main progress')).toHaveCount(0);
	const organisation = 'Repair Café Elif';
	await declareHours(page, { organisation, minutes: 120, photo: await photo() });
	const desk = await signedIn(browser, address, 'anna');
	const staff = await desk.newPage();
	await agree(staff, organisation);
	await page.reload();
	await expect(page.getByText('Deze uren tellen mee.', { exact: false })).toBeVisible();
	await page.goto('/vandaag');
	await expect(page.locator('main progress')).toHaveCount(0);
	await desk.close();
	await pocket.close();
});

test('in Dari, on the onderwijsroute, where there is no MAP', async ({ browser }) => {
	const pocket = await signedIn(browser, address, 'farid');
	const page = await pocket.newPage();
	await page.goto('/plan');
	await expect(page.locator('html')).toHaveAttribute('lang', 'fa-AF');
	await expect(page.locator('main')).toContainText('PVT');
	await expect(page.getByText('Een aparte MAP hoort niet bij uw', { exact: false })).toBeVisible();
	await expect(page.locator('main')).not.toContainText('40 uur');
	await page.goto('/uren');
	await expect(page.locator('main progress')).toHaveCount(0);
	await expect(page.locator('main')).not.toContainText('MAP');
	await page.goto('/uren/nieuw');
	await page.locator('form[action="?/start"] button').click();
	await expect(page.locator('[name=activity][value=volunteering]')).toHaveCount(1);
	await expect(page.locator('[name=activity][value=moduleMap]')).toHaveCount(0);
	const organisation = 'Sportclub Farid';
	await declareHours(page, { organisation, minutes: 60, photo: await photo() });
	const desk = await signedIn(browser, address, 'anna');
	const staff = await desk.newPage();
	await agree(staff, organisation);
	await page.reload();
	await expect(page.getByText('Deze uren tellen mee.', { exact: false })).toBeVisible();
	await desk.close();
	await pocket.close();
});

async function publishRevision(staff: Page, familyName: string, own: string) {
	await staff.goto(`/staf/mensen?zoek=${familyName}`);
	await staff.locator('a[href^="/staf/mensen/"]', { hasText: familyName }).click();
	await staff.goto(`${new URL(staff.url()).pathname}/plan`);
	await staff.locator('[name=ownParty]').selectOption('you');
	await staff.locator('[name=ownWords]').fill(own);
	await staff.locator('[name=changeReason]').fill(why);
	await staff.locator('button[formaction="?/own"]').click();
	await expect(staff.locator('#afspraken p').getByText(own)).toBeVisible();
	await staff.locator('a[href$="/plan/voorbeeld"]').first().click();
	await expect(staff.locator('[lang=ar][dir=rtl]').first()).toBeVisible();
	await expect(staff.locator('#wijzigingen').getByText(own)).toBeVisible();
	await expect(staff.locator('#wijzigingen').getByText(why)).toBeVisible();
	await staff.getByRole('link', { name: 'Publiceer nu' }).click();
	await staff.getByLabel('De brief gaat vandaag op de post').check();
	await staff.getByRole('button', { name: 'Vaststellen en verzenden' }).click();
	await expect(staff).toHaveURL(/\/staf\/mensen\/[\w-]{22}/);
}

/** What counts on the page of hours, in minutes, as the bar says it. */
async function confirmedMinutes(page: Page): Promise<number> {
	await page.goto('/uren');
	return Number(await page.locator('main progress').first().getAttribute('value'));
}

/** The pictures of the README; copy them to tests/pictures when they have changed. */
async function takePictures(page: Page) {
	mkdirSync('tests/results/pictures', { recursive: true });
	await page.goto('/plan');
	await page.screenshot({
		path: 'tests/results/pictures/plan-ar.png',
		clip: { x: 0, y: 0, width: 360, height: 1100 },
		fullPage: true,
	});
}
