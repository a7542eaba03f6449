import { expect, type BrowserContext, type Page } from '@playwright/test';
import { photo } from './hours.ts';
import { signIn } from './world.ts';

/** Signs in on this phone, over whatever road it has, and opens a page, so that the worker of the portal is there. */
export async function arrive(
	context: BrowserContext,
	page: Page,
	address: string,
	persona: string,
) {
	await signIn(context.request, address, persona);
	await page.goto(`${address}/vandaag`);
	await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
	await expect
		.poll(() => keptShell(page), { message: 'the pages for without a connection are there' })
		.toContain('/uren-zonder-verbinding');
	await expect.poll(() => knowsOwner(page), { message: 'the phone knows whose it is' }).toBe(true);
}

/** Whether the keys of who is signed in were taken: before that nothing can be kept for them. */
function knowsOwner(page: Page): Promise<boolean> {
	return page.evaluate(
		() =>
			new Promise<boolean>((resolve) => {
				const opening = indexedDB.open('meedoen');
				opening.onupgradeneeded = () => opening.transaction?.abort();
				opening.onerror = () => resolve(false);
				opening.onsuccess = () => {
					const db = opening.result;
					const asked = db.transaction('settings').objectStore('settings').get('seal');
					asked.onsuccess = () => {
						resolve(asked.result !== undefined);
						db.close();
					};
				};
			}),
	);
}

/** The paths of the public pages that are there without a connection. */
function keptShell(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const names = await caches.keys();
		const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return all.flat().map(({ url }) => new URL(url).pathname);
	});
}

/** How many copies of pages an own phone keeps. */
export function copies(page: Page): Promise<number> {
	return page.evaluate(async () => {
		if (!(await caches.has('own-pages'))) return 0;
		return (await (await caches.open('own-pages')).keys()).length;
	});
}

/** Writes hours down on the page for without a connection, and leaves them to the phone. */
export async function writeHours(
	page: Page,
	address: string,
	{ organisation, withPhoto = true }: { organisation: string; withPhoto?: boolean },
) {
	await page.goto(`${address}/uren-zonder-verbinding`);
	const yes = page.locator('[data-yes]');
	const activity = page.locator('[name=activity][value=volunteering]');
	await yes.or(activity).filter({ visible: true }).first().waitFor();
	if (await yes.isVisible()) await yes.click();
	await activity.check();
	await page.locator('[name=organisation]').fill(organisation);
	for (const name of ['dutchSpoken', 'together']) {
		await page.locator(`[name=${name}][value=yes]`).check();
	}
	await page.locator('[name=otherDay]').fill('2026-11-20');
	await page.locator('[name=minutes][value="90"]').check();
	if (withPhoto) {
		const file = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await photo() };
		await page.locator('input[type=file]:not([capture])').setInputFiles(file);
		await expect(page.locator('[data-photo-list] canvas')).toBeVisible();
	}
}

/** Presses the button and reads that it is kept. */
export async function leaveToPhone(page: Page) {
	await page.locator('[data-offline-hours] form button[type=submit]').click();
	await page.waitForURL(/\/wachtrij\?bewaard/);
	await expect(page.locator('[data-kept]').first()).toBeVisible();
}

/** What waits on this phone: the state of each. */
export async function waiting(page: Page, address: string): Promise<string[]> {
	await page.goto(`${address}/wachtrij`);
	// Before its script looked the page says neither.
	const looked = page.locator('[data-outbox-page]').locator('li[data-state], [data-empty]');
	await looked.filter({ visible: true }).first().waitFor();
	return states(page);
}

/** The states on the page of what waits. */
export function states(page: Page): Promise<string[]> {
	return page
		.locator('li[data-parcel]')
		.evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['state'] ?? ''));
}

/** How often each of these places stands among somebody's hours. */
export async function timesReceived(
	context: BrowserContext,
	address: string,
	places: readonly string[],
): Promise<number[]> {
	const list = await (await context.request.get(`${address}/uren`)).text();
	const entries = [
		...new Set([...list.matchAll(/href="(\/uren\/[\w-]{22})"/g)].map(([, path]) => path)),
	];
	const pages = await Promise.all(
		entries.map(async (path) => (await context.request.get(`${address}${path}`)).text()),
	);
	return places.map((place) => pages.filter((html) => html.includes(place)).length);
}
