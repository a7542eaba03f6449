import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { signedIn, signIn, tenants } from '../browser/world.ts';

const here = tenants.heerenveen;

test('an own phone gets a key, until the klantmanager ends its copy at the desk', async ({
	browser,
}) => {
	const context = await signedIn(browser, here, 'elif');
	const page = await context.newPage();
	await page.goto('/vandaag');
	expect(await phoneOf(page)).toMatchObject({ mode: 'unasked' });
	expect(await keysOf(page)).toMatchObject({ mode: 'shared', key: null });
	await page.locator('form[action="/telefoon?/choose"]:has([value=own]) button').click();
	await expect(page).toHaveURL(/\/telefoon\?gedaan$/);
	const { owner } = await phoneOf(page);
	expect(await phoneOf(page)).toEqual({ mode: 'own', owner });
	const given = await keysOf(page);
	expect(given).toMatchObject({ owner, mode: 'own', told: null });
	expect(given.key).toMatch(/^[\w-]{43}$/);
	await page.goto('/vandaag');
	await expect(page.locator('form[action="/telefoon?/choose"]')).toHaveCount(0);

	const desk = await signedIn(browser, here, 'anna', { viewport: { width: 1280, height: 900 } });
	const file = await desk.newPage();
	await file.goto('/staf/mensen?zoek=elif');
	await file.locator('table a[href^="/staf/mensen/"]').first().click();
	await file.locator('a[href$="/toegang"]').click();
	await file.locator('form[action="?/phone"] button').first().click();
	await expect(file.locator('[role=status]')).toBeVisible();
	expect(await keysOf(page)).toMatchObject({ mode: 'shared', key: null, told: 'revoked' });
	await page.goto('/vandaag');
	await expect(page.locator('form[action="/telefoon?/choose"]')).toHaveCount(2);
	await desk.close();
	await context.close();
});

test('another choice is another phone, the own list ends one, and it is told so signed out too', async ({
	browser,
}) => {
	const context = await signedIn(browser, here, 'elif');
	const page = await context.newPage();
	await page.goto('/telefoon');
	for (const mode of ['own', 'shared', 'own']) {
		await page.locator(`form:has([value=${mode}]) button`).click();
		await expect(page.locator('meta[name=meedoen-phone]')).toHaveAttribute('data-mode', mode);
	}
	await page.goto('/mijn-toegang');
	await expect(page.locator('form[action="?/phone"]')).toHaveCount(1);
	await page.locator('form[action="?/phone"] button').click();
	await expect(page.locator('form[action="?/phone"]')).toHaveCount(0);
	await page.locator('form[action="/uitloggen"] button').click();
	await expect(page.locator('meta[name=meedoen-phone]')).toHaveCount(0);
	const answer = await context.request.get(`${here}/inloggen`);
	expect(answer.headers()['x-phone']).toBe('revoked');
	expect((await context.request.get(`${here}/telefoon/sleutels`)).status()).toBe(401);
	await context.close();
});

test('two people on one phone: the second is asked anew, and the key of the first stays closed', async ({
	browser,
}) => {
	const context = await signedIn(browser, here, 'elif');
	const page = await context.newPage();
	await page.goto('/telefoon');
	await page.locator('form:has([value=own]) button').click();
	await expect(page).toHaveURL(/gedaan/);
	const first = await keysOf(page);
	await signIn(context.request, here, 'selam');
	await page.goto('/vandaag');
	const second = await keysOf(page);
	expect(second).toMatchObject({ mode: 'shared', key: null, told: 'revoked' });
	expect(second.owner).not.toBe(first.owner);
	expect(await phoneOf(page)).toEqual({ mode: 'unasked', owner: second.owner });
	await context.close();
});

test('leaving fast signs out, and Back leads to the other site again', async ({ browser }) => {
	const context = await signedIn(browser, here, 'elif');
	await outside(context);
	const page = await context.newPage();
	await page.goto('/plan');
	await page.goto('/berichten');
	const link = page.locator('[data-leave]');
	const elsewhere = (await link.getAttribute('href')) ?? '';
	expect(new URL(elsewhere).protocol).toBe('https:');
	await link.click();
	await expect(page).toHaveURL(elsewhere);
	await expect
		.poll(async () => (await context.request.get(`${here}/vandaag`, { maxRedirects: 0 })).status())
		.toBe(303);
	await page.goBack().catch(() => null);
	await expect(page).toHaveURL(elsewhere);
	await page.goto('/inloggen');
	await expect(page).toHaveURL(/\/inloggen$/);
	await context.close();
});

test('a page left alone on a shared phone shows nothing, and what was typed comes back', async ({
	browser,
}) => {
	const context = await signedIn(browser, here, 'elif');
	const page = await context.newPage();
	await page.clock.install();
	await page.goto('/berichten/nieuw');
	const text = page.locator('main textarea').first();
	await text.fill('Mag ik u morgen bellen?');
	await page.clock.runFor('16:00');
	await expect(page.locator('main')).toBeHidden();
	await page.locator('[data-blank-go-on]').click();
	await expect(page.locator('main')).toBeVisible();
	await expect(text).toHaveValue('Mag ik u morgen bellen?');
	await page.clock.runFor('16:00');
	await expect(page.locator('main')).toBeHidden();
	const elsewhere = await signedIn(browser, here, 'elif');
	await elsewhere.request.post(`${here}/mijn-toegang?/others`, {
		headers: { origin: here, accept: 'text/html' },
		form: {},
	});
	await elsewhere.close();
	await page.locator('[data-blank-go-on]').click();
	await expect(page).toHaveURL(/\/inloggen$/);
	await signIn(context.request, here, 'elif');
	await page.goto('/berichten/nieuw');
	await expect(text).toHaveValue('Mag ik u morgen bellen?');
	await context.close();
});

function phoneOf(page: Page): Promise<{ mode: string; owner: string }> {
	return page
		.locator('meta[name=meedoen-phone]')
		.evaluate(({ dataset: { mode = '', owner = '' } }: HTMLMetaElement) => ({ mode, owner }));
}

/** What the page's own script is given, and what the answer tells the phone. */
function keysOf(page: Page): Promise<{ owner?: string; key: string | null; told: string | null }> {
	return page.evaluate(async () => {
		const answer = await fetch('/telefoon/sleutels');
		const given = (await answer.json()) as { owner?: string; key: string | null };
		return { ...given, told: answer.headers.get('x-phone') };
	});
}

/** The other site, so that the test asks nothing of the world outside. */
function outside(context: BrowserContext): Promise<unknown> {
	return context.route(/^https:/, (route) =>
		route.fulfill({ contentType: 'text/html', body: '<title>weer</title>' }),
	);
}
