import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { letterFrom } from '../browser/letters.ts';
import { phone, signedIn, tenants } from '../browser/world.ts';

/** Passkeys know hosts and no addresses: 127.0.0.1 has none. */
const here = tenants.heerenveen.replace('127.0.0.1', 'heerenveen.localhost');

test('a letter at the desk, this phone from then on, and nothing of it when it is lost', async ({
	browser,
}) => {
	const desk = await deskOf(browser, 'ghirmay');
	await expect(desk.page.getByText('Met DigiD')).toBeVisible();
	const letter = await letterFrom(desk.page, false);
	const own = await phoneWithKeys(browser);
	const { page } = own;

	await page.goto('/inloggen');
	await page.locator('a[href="/activeren"]').click();
	await page.locator('[name=number]').fill(letter.number);
	await page.locator('[name=code]').fill('123');
	await next(page);
	await expect(page.locator('.problem')).toBeVisible();
	await expect(page.locator('[name=number]')).toHaveValue(letter.number);
	await expect(page.locator('[name=code]')).toHaveValue('');

	await page.goto('/uitloggen');
	await page.goto(letter.address);
	await expect(page).toHaveURL(/\/activeren$/);
	await expect(page.locator('[data-scanned]')).toBeVisible();
	await next(page);
	await expect(page).toHaveURL(/\/activeren\/toestel$/);
	await expect(page.locator('html')).toHaveAttribute('lang', 'ti');
	for (const closed of ['/vandaag', '/plan', '/mijn-toegang']) {
		const answer = await own.context.request.get(here + closed, { maxRedirects: 0 });
		expect(answer.status(), closed).toBe(303);
	}
	await page.locator('form[action="?/device"] button').click();
	await expect(page).toHaveURL(/\/vandaag$/);
	const again = await own.context.request.post(`${here}/activeren`, {
		headers: { origin: here, accept: 'text/html' },
		form: { number: letter.number, code: letter.code },
	});
	expect(again.status()).toBe(400);

	await page.locator('form[action="/uitloggen"] button').click();
	await expect(page.locator('a[href*="/session/end"]')).toHaveCount(0);
	await page.goto('/inloggen');
	await page.locator('a[href="/inloggen/toestel"]').click();
	await page.locator('[data-passkey] button').click();
	await expect(page).toHaveURL(/\/vandaag$/);
	await page.goto('/meldingen');
	await expect(page.locator('a[href="/mijn-toegang"]').first()).toBeVisible();

	await page.goto('/mijn-toegang');
	await expect(page.locator('form[action="?/remove"]')).toHaveCount(1);
	await addAnother(own, page);
	await expect(page.locator('form[action="?/remove"]')).toHaveCount(2);
	await page.locator('form[action="?/remove"] button').last().click();
	await expect(page.locator('form[action="?/remove"]')).toHaveCount(1);

	await desk.page.reload();
	await expect(desk.page.getByText('Met een toestel (Chrome, Linux)')).toBeVisible();
	const fresh = await letterFrom(desk.page, true);
	await page.goto('/vandaag');
	await expect(page).toHaveURL(/\/inloggen$/);
	await page.goto('/inloggen/toestel');
	await page.locator('[data-passkey] button').click();
	await expect(page.locator('.problem')).toBeVisible();
	await page.goto(letter.address);
	await next(page);
	await expect(page.locator('.problem')).toBeVisible();
	await page.goto('/uitloggen');
	await page.goto(fresh.address);
	await next(page);
	await expect(page).toHaveURL(/\/activeren\/toestel$/);
	await desk.context.close();
	await own.context.close();
});

test('DigiD is another way to the same person, ends sign-ins elsewhere, and adds no device', async ({
	browser,
}) => {
	const one = await signedIn(browser, here, 'yusuf');
	const context = await browser.newContext({ baseURL: here, viewport: phone });
	const page = await context.newPage();
	await page.goto('/inloggen');
	await page.locator('a[href="/inloggen/digid"]').click();
	await page.locator('a[href$="persona=yusuf"]').click();
	await expect(page).toHaveURL(/\/vandaag$/);
	await page.goto('/mijn-toegang');
	await expect(page.locator('[data-passkey]')).toHaveCount(0);
	const minted = await context.request.post(`${here}/mijn-toegang/vraag`, {
		headers: { origin: here },
	});
	expect(minted.status()).toBe(404);
	await page.locator('form[action="?/end"] button').first().click();
	await expect(page.locator('[role=status]')).toBeVisible();
	const third = await signedIn(browser, here, 'yusuf');
	await page.reload();
	await page.locator('form[action="?/others"] button').click();
	await expect(page.locator('form[action="?/end"]')).toHaveCount(0);
	for (const ended of [one, third]) {
		const answer = await ended.request.get(`${here}/vandaag`, { maxRedirects: 0 });
		expect(answer.status()).toBe(303);
		await ended.close();
	}
	await context.close();
});

test('a phone that knows no passkeys, without JavaScript: a code each time', async ({
	browser,
}) => {
	const desk = await deskOf(browser, 'barre');
	const bornOn = await bornOnOf(desk.page);
	const letter = await letterFrom(desk.page, false);
	const context = await browser.newContext({
		baseURL: here,
		viewport: phone,
		javaScriptEnabled: false,
	});
	const page = await context.newPage();
	await page.goto('/activeren');
	await page.locator('[name=number]').fill(letter.number);
	await page.locator('[name=code]').fill(letter.code);
	await next(page);
	await expect(page).toHaveURL(/\/activeren\/toestel$/);
	await expect(page.locator('form[action="?/device"]')).toBeHidden();
	await expect(page.locator('[data-passkey-cannot]')).toBeVisible();
	await page.locator('form:has([value=sms]) button').click();
	await type(page, await sentCode(browser));
	await expect(page).toHaveURL(/\/vandaag$/);

	await page.locator('form[action="/uitloggen"] button').click();
	await page.goto('/inloggen');
	await page.locator('a[href="/inloggen/code"]').click();
	await page.locator('[name=reach]').fill('yusuf@post.example');
	await page.locator('[name=bornOn]').fill(bornOn);
	await page.locator('main form button').click();
	const code = await sentCode(browser);
	await type(page, String((Number(code) + 1) % 1_000_000).padStart(6, '0'));
	await expect(page.locator('.problem')).toBeVisible();
	await type(page, code);
	await expect(page).toHaveURL(/\/vandaag$/);
	await page.goto('/mijn-toegang');
	await expect(page.getByText('Een code per sms')).toBeVisible();
	await desk.context.close();
	await context.close();
});

test('nobody and somebody get the same answer, byte for byte', async ({ browser }) => {
	const desk = await deskOf(browser, 'barre');
	const { code, number } = await letterFrom(desk.page, false);
	const context = await browser.newContext({ baseURL: here });
	const answerTo = async (path: string, form: Record<string, string>) => {
		const answer = await context.request.post(here + path, {
			headers: { origin: here, accept: 'text/html' },
			form,
			maxRedirects: 0,
		});
		// The etag is a sum over the body, in which the number stands that was typed.
		const { 'set-cookie': cookie = '', date: _, etag: __, ...headers } = answer.headers();
		const text = (await answer.text()).replaceAll(/nonce="[^"]+"/g, '');
		const policy = (headers['content-security-policy'] ?? '').replaceAll(/nonce-[^']+/g, '');
		const said = { ...headers, 'content-security-policy': policy, cookie: cookie.length };
		const typed = form['number'] ?? '';
		return { status: answer.status(), said, text: typed ? text.replaceAll(typed, '') : text };
	};
	const unknown = String((Number(number) % 90_000_000) + 10_000_001);
	const wrong = withSum(number, '0'.repeat(16));
	expect(wrong).not.toBe(code);
	expect(await answerTo('/activeren', { number, code: wrong })).toEqual(
		await answerTo('/activeren', { number: unknown, code: withSum(unknown, '0'.repeat(16)) }),
	);
	const bornOn = await bornOnOf(desk.page);
	expect(await answerTo('/inloggen/code', { reach: 'yusuf@post.example', bornOn })).toEqual(
		await answerTo('/inloggen/code', { reach: 'nobody@post.example', bornOn }),
	);
	await desk.context.close();
	await context.close();
});

interface Own {
	readonly context: BrowserContext;
	readonly page: Page;
	readonly device: (isThere: boolean) => Promise<void>;
}

/** A phone with a keychain of its own, which the browser plays (WebAuthn Level 3, 11). */
async function phoneWithKeys(browser: Browser): Promise<Own> {
	const context = await browser.newContext({ baseURL: here, viewport: phone });
	const page = await context.newPage();
	const client = await context.newCDPSession(page);
	await client.send('WebAuthn.enable');
	const options = {
		protocol: 'ctap2',
		hasResidentKey: true,
		hasUserVerification: true,
		isUserVerified: true,
		automaticPresenceSimulation: true,
	} as const;
	const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
		options: { ...options, transport: 'internal' },
	});
	return {
		context,
		page,
		/** A second device beside it, while the phone itself is put away. */
		async device(isThere) {
			await client.send('WebAuthn.setAutomaticPresenceSimulation', {
				authenticatorId,
				enabled: !isThere,
			});
			if (!isThere) return;
			await client.send('WebAuthn.addVirtualAuthenticator', {
				options: { ...options, transport: 'usb' },
			});
		},
	};
}

async function addAnother(own: Own, page: Page) {
	await own.device(true);
	await page.locator('form[action="?/add"] button').click();
	await expect(page).toHaveURL(/gedaan/);
	await own.device(false);
}

async function deskOf(browser: Browser, familyName: string) {
	const context = await signedIn(browser, here, 'anna', { viewport: { width: 1280, height: 900 } });
	const page = await context.newPage();
	await page.goto(`/staf/mensen?zoek=${familyName}`);
	await page.locator('table a[href^="/staf/mensen/"]').first().click();
	await page.locator('a[href$="/toegang"]').click();
	await expect(page.locator('form[action$="/toegang/brief"]')).toHaveCount(2);
	return { context, page };
}

async function bornOnOf(desk: Page): Promise<string> {
	const html = await (await desk.request.get(desk.url().replace('/toegang', '/gegevens'))).text();
	return /name="bornOn"[^>]*value="(\d{4}-\d\d-\d\d)"/.exec(html)?.[1] ?? 'no birthday';
}

/** The code that came last, as the mailbox of the demo shows it. */
async function sentCode(browser: Browser): Promise<string> {
	const context = await browser.newContext({ baseURL: here });
	const page = await context.newPage();
	let code = '';
	await expect(async () => {
		await page.goto('/demo/postvak');
		const first = await page.locator('article .note [lang=nl]').first().innerText();
		code = /Uw code is .?(\d{3}) (\d{3})/.exec(first)?.slice(1).join('') ?? '';
		expect(code).toHaveLength(6);
	}).toPass({ timeout: 60_000 });
	await context.close();
	return code;
}

async function type(page: Page, code: string) {
	await expect(page).toHaveURL(/\/inloggen\/code\/typen$/);
	await page.locator('[name=code]').fill(code);
	await page.locator('main form button').click();
}

async function next(page: Page) {
	await page.locator('main form button').first().click();
}

/** Sixteen digits with the two that make the sum right (ISO/IEC 7064, MOD 97-10). */
function withSum(number: string, secret: string): string {
	const check = 98 - Number(BigInt(`${number}${secret}00`) % 97n);
	return secret + String(check).padStart(2, '0');
}
