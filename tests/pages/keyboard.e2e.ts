import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { endLooking, enter, letLook, linkOn } from '../browser/helpers.ts';
import { stumblesByKeyboard } from '../browser/keyboard.ts';
import { choose, phone, signedIn, tenants } from '../browser/world.ts';
import { helperPages, partnerPages, publicPages, residentPages, staffPages } from './places.ts';

const address = tenants.heerenveen;
const desk = { viewport: { width: 1280, height: 800 } } as const;

const skipLink = '<a href="#main">Ga naar de tekst</a>';
const inMain = (html: string) => `${skipLink}<main id="main">${html}</main>`;

/** Each is a page that shuts somebody out who has no mouse, and what must be said of it. */
const faults = [
	[inMain('<div role="button">Sturen</div>'), 'only for a mouse'],
	[inMain('<p style="cursor: pointer">Sturen</p>'), 'only for a mouse'],
	[inMain('<label><input type="file" style="display: none">Foto</label>'), 'only for a mouse'],
	[inMain('<a href="/plan" tabindex="-1">Plan</a>'), 'only for a mouse'],
	[inMain('<a href="/plan">Plan</a><a href="/" tabindex="1">Uren</a>'), 'an order of its own'],
	[inMain('<div style="display: flex; flex-direction: row-reverse">A</div>'), 'another order'],
	[inMain('<input autofocus>'), 'takes the focus'],
	[inMain('<button style="outline: none">Sturen</button>'), 'the focus is not seen'],
	[inMain('<button>A</button><p style="position: fixed; inset: 0">Wacht</p>'), 'covered'],
	[inMain('<details><summary onclick="return false">Meer</summary>A</details>'), 'opens nothing'],
	[inMain('<button onkeydown="event.preventDefault()">Sturen</button>'), 'a trap'],
	[inMain('<b tabindex="0">Niets</b>'), 'a stop for nothing'],
	[inMain('<a href="/">A</a><a href="/" onfocus="this.blur()">B</a>'), 'not reached'],
	[`<a href="/">A</a>${inMain('<a href="/">B</a>')}`, 'the skip link is not first'],
	[
		'<a href="#main" onclick="return false">Ga</a><a href="/">A</a><main id="main"><a href="/">B</a></main>',
		'skipping leads to',
	],
] as const;

test('by keyboard: a fault is told', async ({ page }) => {
	await page.setContent(inMain('<a href="/">A</a><label><input type="radio" name="a">B</label>'));
	expect(await stumblesByKeyboard(page)).toEqual([]);
	for (const [html, told] of faults) {
		// Without the place where the skip link of the last one led.
		await page.goto('about:blank');
		await page.setContent(html);
		expect((await stumblesByKeyboard(page)).join(', '), html).toContain(told);
	}
});

test('by keyboard: public pages', async ({ browser }) => {
	const context = await browser.newContext({ baseURL: address, viewport: phone });
	await choose(context.request, address, 'ar');
	await walkAll(context, Object.values(publicPages));
	await context.close();
});

test('by keyboard: resident pages', async ({ browser }) => {
	const context = await signedIn(browser, address, 'amina');
	await walkAll(context, Object.values(residentPages));
	await context.close();
});

test('by keyboard: pages of who looks along', async ({ browser }) => {
	const context = await signedIn(browser, address, 'amina');
	const person = { request: context.request, address };
	const allowed = await letLook(person);
	const elsewhere = await browser.newContext({ baseURL: address, viewport: phone });
	await enter({ request: elsewhere.request, address }, await linkOn(person, allowed));
	await walkAll(elsewhere, Object.values(helperPages));
	await endLooking(person, allowed);
	await Promise.all([context.close(), elsewhere.close()]);
});

for (const [persona, pages] of [
	['anna', Object.entries(staffPages).filter(([id]) => !id.includes('/beheer'))],
	['ivo', Object.entries(staffPages).filter(([id]) => id.includes('/beheer'))],
	['femke', Object.entries(partnerPages)],
] as const) {
	test(`by keyboard: pages of ${persona}`, async ({ browser }) => {
		const context = await signedIn(browser, address, persona, desk);
		await walkAll(
			context,
			pages.map(([, place]) => place),
		);
		await context.close();
	});
}

test('by keyboard: the warning before a sign-in ends', async ({ browser }) => {
	const context = await signedIn(browser, address, 'amina');
	const page = await context.newPage();
	await page.clock.install();
	await page.goto('/vandaag');
	const link = page.locator('main a[href]:visible').first();
	await link.focus();
	const warning = page.locator('dialog[data-session-seconds]');
	// Ten seconds after it comes: later the screen goes blank.
	const seconds = Number(await warning.getAttribute('data-session-seconds'));
	await page.clock.fastForward((seconds - 110) * 1000);
	const stay = warning.locator('[data-session-stay]');
	await expect(stay).toBeFocused();
	// Behind it nothing is reached: the focus stays inside, or goes to the browser's own buttons.
	for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Shift+Tab']) {
		await page.keyboard.press(key);
		await expect(page.locator(':focus:not(dialog *, body, html)')).toHaveCount(0);
	}
	await stay.focus();
	await page.keyboard.press('Enter');
	await expect(warning).toBeHidden();
	await expect(link).toBeFocused();
	await context.close();
});

type Place = (typeof residentPages)[string];

/** All of the pages, and then what is wrong with them: one fault often stands on many. */
async function walkAll(context: BrowserContext, places: readonly Place[]) {
	const page = await context.newPage();
	const told: string[] = [];
	let walked = 0;
	for (const place of places) {
		for (const path of await place({ request: context.request, address })) {
			told.push(...(await walkOne(page, path)));
			walked++;
		}
	}
	expect(walked).toBeGreaterThan(1);
	expect(told).toEqual([]);
}

async function walkOne(page: Page, path: string): Promise<string[]> {
	const answer = await page.goto(path);
	expect(answer?.status(), path).toBe(200);
	return (await stumblesByKeyboard(page)).map((what) => `${path}: ${what}`);
}
