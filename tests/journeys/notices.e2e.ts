import { createECDH, randomBytes } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { agree, declareHours, photo } from '../browser/hours.ts';
import { sendUntil } from '../browser/mailbox.ts';
import { signedIn, tenants } from '../browser/world.ts';

const address = tenants.heerenveen;
const name = 'Merhawit Fessehaye';

/** A decision can be taken back for a while, and is told after that. */
const untilTold = 17_000;

/** It is one story of Merhawit, whose hours Anna decides about. */
test.describe.configure({ mode: 'serial' });

async function three(browser: Browser) {
	const wide = { viewport: { width: 1280, height: 900 } };
	const pocket = await signedIn(browser, address, 'merhawit');
	const desk = await signedIn(browser, address, 'anna', wide);
	const mailbox = await browser.newContext({ baseURL: address });
	return {
		page: await pocket.newPage(),
		staff: await desk.newPage(),
		box: await mailbox.newPage(),
	};
}

/** Hours that are sent and agreed with, until the person may be told. */
async function decided({ page, staff, box }: Awaited<ReturnType<typeof three>>, place: string) {
	await declareHours(page, { organisation: place, minutes: 60, photo: await photo() });
	await agree(staff, place);
	await box.waitForTimeout(untilTold);
}

/** What was sent to her by now. */
async function hasLetters(box: Page, count: number) {
	const letters = box.locator('article', { hasText: name });
	await sendUntil(box, () => expect(letters).toHaveCount(count, { timeout: 1000 }));
}

/** Opens the page of choices and does something there. */
async function choosing(page: Page, work: () => Promise<void>, action: string) {
	await page.goto('/meldingen/keuze');
	await work();
	await page.locator(`form[action="?/${action}"] button`).click();
	await page.waitForURL('/meldingen/keuze?bewaard');
}

test('a decision is told in Tigrinya without a word of it, and read after signing in', async ({
	browser,
}) => {
	const all = await three(browser);
	const { page } = all;
	await choosing(page, () => page.locator('[name=quiet]').uncheck(), 'choose');
	await expect(page.locator('[name=quiet]')).not.toBeChecked();

	await decided(all, 'Meldhuis een');
	await hasLetters(all.box, 2);
	for (const channel of ['sms', 'email']) {
		const letter = all.box.locator(`article[data-channel=${channel}]`, { hasText: name });
		await expect(letter.locator('.note [lang=ti]')).toContainText('መልሲ ኣለኩም። ንምንባቡ እተዉ።');
		await expect(letter.locator('.note [lang=nl]')).toContainText('Er is een antwoord voor u.');
		expect(await letter.locator('.note').innerText()).not.toMatch(/Meldhuis|uren|60/);
		await expect(letter.locator('.tag')).toContainText('Gestuurd');
	}

	await page.goto('/vandaag');
	await page.locator('a[href="/meldingen"]').first().click();
	const told = page.locator('article', { hasText: 'De gemeente heeft naar uw uren gekeken.' });
	await expect(told.locator('.tag')).toContainText('Nieuw');
	await told.getByRole('link').click();
	await expect(page).toHaveURL(/\/uren\/[\w-]{22}$/);
	await expect(page.getByText('Meldhuis een').first()).toBeVisible();
	await page.goto('/meldingen');
	await expect(page.locator('article .tag')).toHaveCount(0);
});

test('what somebody switched off is not sent, and still stands in the portal', async ({
	browser,
}) => {
	const all = await three(browser);
	const { page } = all;
	await choosing(page, () => page.locator('[name=group-hours]').uncheck(), 'choose');
	await decided(all, 'Meldhuis twee');
	await hasLetters(all.box, 2);
	await page.goto('/meldingen');
	await expect(page.locator('article', { hasText: 'uren gekeken' })).toHaveCount(2);
	await choosing(page, () => page.locator('[name=group-hours]').check(), 'choose');
});

test('veilig contact stops everything, also a message to a phone that said yes', async ({
	browser,
}) => {
	const all = await three(browser);
	const { page } = all;
	await saysYes(page);
	await choosing(page, () => Promise.resolve(), 'safe');
	await expect(page.getByText('Wij sturen niets naar uw telefoon')).toBeVisible();
	await decided(all, 'Meldhuis drie');
	await hasLetters(all.box, 2);

	await choosing(page, () => Promise.resolve(), 'unsafe');
	// What looked along may hold the phone that said yes: it has to say so again.
	await decided(all, 'Meldhuis vier');
	await hasLetters(all.box, 4);
	await saysYes(page);
	await decided(all, 'Meldhuis zes');
	await hasLetters(all.box, 7);
	await choosing(page, () => Promise.resolve(), 'unsubscribe');
	await expect(page.getByText('Meldingen staan aan')).toHaveCount(0);
});

test('what did not arrive is seen by an administrator, and tried again', async ({ browser }) => {
	const all = await three(browser);
	const { staff } = all;
	await staff.goto('/staf/mensen?zoek=fessehaye');
	await staff.locator('a[href^="/staf/mensen/"]', { hasText: 'Fessehaye' }).first().click();
	const file = new URL(staff.url()).pathname;
	await staff.goto(`${file}/gegevens`);
	await staff.locator('[name=email]').fill('naam@post');
	await staff.getByRole('button', { name: 'Opslaan' }).click();
	await expect(staff.getByText('Typ een e-mailadres')).toBeVisible();
	// The mailbox of the demo that takes nothing.
	await staff.locator('[name=email]').fill('vol@post.example');
	await staff.getByRole('button', { name: 'Opslaan' }).click();
	await staff.waitForURL(`${file}?gewijzigd`);
	await decided(all, 'Meldhuis vijf');

	const office = await signedIn(browser, address, 'ivo', {
		viewport: { width: 1280, height: 900 },
	});
	const admin = await office.newPage();
	const row = admin.locator('tbody tr', { hasText: 'Geweigerd door de ontvanger' });
	const isTold = async () => {
		await admin.goto('/staf/beheer/meldingen');
		await expect(row).toHaveCount(1, { timeout: 1000 });
	};
	await sendUntil(all.box, isTold);
	await expect(row).toContainText('E-mail');
	expect(await row.innerText()).not.toMatch(/Merhawit|Fessehaye|vol@/);
	await row.getByRole('button', { name: 'Opnieuw proberen' }).click();
	await expect(admin.getByText('Die melding gaat opnieuw mee.')).toBeVisible();
	await expect(admin.locator('tbody tr')).toHaveCount(0);
	await sendUntil(all.box, isTold);
	expect((await staff.goto('/staf/beheer/meldingen'))?.status()).toBe(404);
});

/** A browser of the test reaches no push service: what its script would hand over is sent as the form does. */
async function saysYes(page: Page) {
	const keys = createECDH('prime256v1');
	keys.generateKeys();
	const answer = await page.request.post('/meldingen/keuze?/subscribe', {
		form: {
			endpoint: `https://fcm.googleapis.com/fcm/send/${randomBytes(8).toString('hex')}`,
			p256dh: keys.getPublicKey('base64url'),
			auth: randomBytes(16).toString('base64url'),
		},
		headers: { origin: address, accept: 'text/html' },
		maxRedirects: 0,
	});
	expect(answer.status()).toBe(303);
}
