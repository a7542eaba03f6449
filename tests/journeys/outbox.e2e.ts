import { expect, test } from '@playwright/test';
import { type Handset, newHandset } from '../browser/handset.ts';
import { photo } from '../browser/hours.ts';
import { arrive, states, waiting } from '../browser/offline.ts';
import { openRoad, type Road } from '../browser/road.ts';
import { tenants } from '../browser/world.ts';

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

test('what somebody does not understand is kept without a connection, and arrives', async () => {
	const { context, page } = await handset.start();
	await arrive(context, page, road.address, 'amina');
	await page.goto(`${road.address}/plan`);
	road.becomes('refused');
	const form = page.locator('form[action="?/say"]').first();
	for (const each of await form.locator('details').all()) {
		await each.evaluate((details: HTMLDetailsElement) => (details.open = true));
	}
	await form.locator('button[name=answer]').first().click();
	await page.waitForURL(/\/wachtrij\?bewaard/);
	await expect(page.locator('[data-outbox-page] [data-kept]')).toBeVisible();
	await expect.poll(() => states(page)).toEqual(['waiting']);
	road.becomes('through');
	await page.goto(`${road.address}/vandaag`);
	await expect.poll(() => waiting(page, road.address)).toEqual([]);
	await expect(page.locator('li[data-note][data-state=received]')).toHaveCount(1);
	await page.locator('li[data-note] [data-seen]').click();
	await expect(page.locator('[data-empty]')).toBeVisible();
	await expect(page.locator('[data-empty]')).toBeFocused();
});

test('a photo that another app shares leads to new hours, also without the worker', async () => {
	const answer = await (
		await handset.start()
	).context.request.post(`${tenants.heerenveen}/uren/delen`, {
		headers: { origin: tenants.heerenveen },
		multipart: { photo: { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photo() } },
		maxRedirects: 0,
	});
	expect(answer.status()).toBe(303);
	expect(answer.headers()['location']).toBe('/uren-zonder-verbinding?gedeeld');
});
