import { expect, test } from '@playwright/test';
import { type Handset, newHandset } from '../browser/handset.ts';
import { arrive, copies, waiting } from '../browser/offline.ts';
import { openRoad, type Road } from '../browser/road.ts';
import { signIn } from '../browser/world.ts';

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

test('on an own phone the plan, the agenda, the hours and the words can be read in two languages without a connection', async () => {
	const first = await handset.start();
	let { page } = first;
	await arrive(first.context, page, road.address, 'abeba');
	await page.locator('form[action="/telefoon?/choose"]:has([value=own]) button').click();
	await page.goto(`${road.address}/vandaag`);
	await expect.poll(() => copies(page)).toBeGreaterThanOrEqual(6);
	road.becomes('refused');
	// Turned off and on again: what is read does not need the sign-in, which ended with the browser.
	await handset.close();
	({ page } = await handset.start());
	for (const path of ['/plan', '/agenda', '/uren', '/woorden', '/hulp', '/vandaag']) {
		await page.goto(`${road.address}${path}`);
		await expect(page.locator('html[data-kept]'), path).toBeVisible();
		await expect(page.locator('main [lang=ti]').first(), path).toBeVisible();
		await expect(page.locator('main [lang=nl]').first(), path).toBeVisible();
	}
	// To show the page to somebody who reads Dutch.
	await page.goto(`${road.address}/plan`);
	const both = page.locator('main .both:visible', { has: page.locator('[lang=ti]') }).nth(1);
	for (const shown of ['dutch', 'own', 'both'] as const) {
		await page.locator(`.kept .language-switch input[value=${shown}]`).check({ force: true });
		await expect(both.locator('[lang=ti]').first()).toBeVisible({ visible: shown !== 'dutch' });
		await expect(both.locator('[lang=nl]').first()).toBeVisible({ visible: shown !== 'own' });
	}
	// A page that was never kept says so, in words.
	await page.goto(`${road.address}/gegevens`);
	await expect(page.locator('main h1')).toBeVisible();

	// Signing out without a connection takes the copy away at once.
	await page.goto(`${road.address}/vandaag`);
	await page.locator('form[action="/uitloggen"] button').first().click();
	// The page of the browser itself has a heading too.
	await expect(page.locator('html[data-signed-out] main .signed-out')).toBeVisible();
	// The browser may have kept the page before to go back to.
	await page.evaluate(() => history.back());
	await expect(async () =>
		expect(await page.evaluate(() => location.pathname)).toBe('/vandaag'),
	).toPass();
	await expect(page.getByText('Abeba')).toHaveCount(0);
	await expect(page.locator('html[data-kept]')).toHaveCount(0);
	await page.goto(`${road.address}/plan`);
	await expect(page.locator('html[data-kept]')).toHaveCount(0);
	expect(await copies(page)).toBe(0);
});

test('on a shared phone nothing can be read without a connection, and an answer still goes later', async () => {
	const { context, page } = await handset.start();
	await arrive(context, page, road.address, 'hiwet');
	await page.goto(`${road.address}/agenda`);
	const item = await page
		.locator('a[href^="/agenda/"]:not([href*=week]):not([href*=kalender])')
		.evaluateAll((links) =>
			links.map((link) => link.getAttribute('href') ?? '').find((path) => /\.\d{4}-/.test(path)),
		);
	await page.goto(`${road.address}${item ?? ''}`);
	road.becomes('refused');
	await page.locator('summary').last().click();
	await page.locator('form[action$="cannot"] button').first().click();
	await page.waitForURL(/\/wachtrij\?bewaard/);
	expect(await copies(page)).toBe(0);
	await page.goto(`${road.address}/plan`);
	await expect(page.locator('html[data-kept]')).toHaveCount(0);
	expect(await waiting(page, road.address)).toEqual(['waiting']);
	road.becomes('through');
	await signIn(context.request, road.address, 'hiwet');
	await page.goto(`${road.address}/vandaag`);
	await expect
		.poll(async () => (await waiting(page, road.address)).filter((state) => state !== 'received'))
		.toEqual([]);
	await page.goto(`${road.address}${item ?? ''}`);
	await expect(page.locator('main')).toContainText(/U k(?:unt|on) niet/);
});

test('a form that cannot wait says so, and keeps what was typed', async () => {
	const { context, page } = await handset.start();
	await arrive(context, page, road.address, 'hiwet');
	await page.goto(`${road.address}/berichten/nieuw`);
	await page.locator('[name=topic]').first().check();
	await page.locator('main textarea').first().fill('Kan ik morgen langskomen?');
	road.becomes('refused');
	const send = page.locator('form[action="?/send"] button[type=submit]').last();
	await send.click();
	await expect(page.locator('[data-not-sent]')).toBeVisible();
	await expect(page.locator('main textarea').first()).toHaveValue('Kan ik morgen langskomen?');
	road.becomes('through');
	await send.click();
	await page.waitForURL(/\/berichten\/[\w-]{22}/);
	await expect(page.getByText('Kan ik morgen langskomen?')).toHaveCount(1);
});

test('the portal can be put on the phone as an app', async () => {
	const { context, page } = await handset.start();
	await arrive(context, page, road.address, 'hiwet');
	const session = await context.newCDPSession(page);
	const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
	expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual([]);
	const { errors, data } = await session.send('Page.getAppManifest');
	expect(errors).toEqual([]);
	expect(JSON.parse(data ?? '{}')).toMatchObject({ name: 'Meedoen', display: 'standalone' });
});
