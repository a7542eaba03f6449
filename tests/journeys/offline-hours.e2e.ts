import { expect, type Page, test } from '@playwright/test';
import { type Handset, newHandset } from '../browser/handset.ts';
import {
	arrive,
	leaveToPhone,
	states,
	timesReceived,
	waiting,
	writeHours,
} from '../browser/offline.ts';
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

const isParcel = (path: string) => path.startsWith('/pakket/');

test('three entries with photos, made without a connection, arrive once each, however the browser ends', async () => {
	test.slow();
	const places = ['Zonder Een', 'Zonder Twee', 'Zonder Drie'];
	let { context, page } = await handset.start();
	await arrive(context, page, road.address, 'rima');
	road.becomes('refused');
	for (const organisation of places) {
		await writeHours(page, road.address, { organisation });
		await leaveToPhone(page);
	}
	await expect.poll(() => states(page)).toEqual(['waiting', 'waiting', 'waiting']);
	await handset.kill();

	// Sending breaks off in the middle of a photo, then the browser dies while an answer is lost.
	({ context, page } = await handset.start());
	expect(await waiting(page, road.address)).toHaveLength(3);
	let parts = 0;
	road.becomes((method, path) => {
		if (!isParcel(path) || method !== 'PATCH') return 'through';
		parts += 1;
		return parts === 1 ? 'cut' : 'answerLost';
	});
	await signIn(context.request, road.address, 'rima');
	await page.goto(`${road.address}/vandaag`);
	await expect.poll(() => parts).toBeGreaterThan(0);
	await page.goto(`${road.address}/uren`);
	await expect.poll(() => parts).toBeGreaterThan(1);
	await handset.kill();

	({ context, page } = await handset.start());
	road.becomes('through');
	await signIn(context.request, road.address, 'rima');
	await page.goto(`${road.address}/vandaag`);
	await sendAll(page);
	expect(await timesReceived(context, road.address, places)).toEqual([1, 1, 1]);
});

test('a sign-in that ran out, and a sign-out, lose nothing; and nobody else sends or sees it', async () => {
	const places = ['Uitgelogd Een', 'Uitgelogd Twee'];
	const { context, page } = await handset.start();
	await arrive(context, page, road.address, 'dahab');
	road.becomes((_method, path) => (isParcel(path) ? 'refused' : 'through'));
	await writeHours(page, road.address, { organisation: places[0] ?? '', withPhoto: false });
	await leaveToPhone(page);
	// The sign-in ends on another phone.
	const elsewhere = newHandset();
	const other = await elsewhere.start();
	await signIn(other.context.request, road.address, 'dahab');
	await other.context.request.post(`${road.address}/mijn-toegang?/others`, {
		headers: { origin: road.address, accept: 'text/html' },
		form: {},
	});
	await elsewhere.discard();
	road.becomes('through');
	await page.goto(`${road.address}/vandaag`);
	await expect(page).toHaveURL(/\/inloggen/);
	await expect(page.locator('[data-outbox]')).toBeVisible();
	await expect(page.locator('[data-outbox-count]').first()).toHaveText('1');
	expect(await page.content()).not.toContain(places[0]);

	// Somebody else signs in on this phone.
	await signIn(context.request, road.address, 'hiwet');
	await page.goto(`${road.address}/vandaag`);
	await page.waitForLoadState('networkidle');
	expect(await timesReceived(context, road.address, places)).toEqual([0, 0]);
	expect(road.passed().filter((line) => /^PATCH \/pakket\/.* 20\d$/.test(line))).toEqual([]);
	await page.goto(`${road.address}/vandaag`);
	await page.locator('form[action="/uitloggen"] button').first().click();

	await signIn(context.request, road.address, 'dahab');
	await page.goto(`${road.address}/vandaag`);
	await sendAll(page);
	// What waits when somebody signs out is sent first.
	road.becomes((_method, path) => (isParcel(path) ? 'refused' : 'through'));
	await writeHours(page, road.address, { organisation: places[1] ?? '', withPhoto: false });
	await leaveToPhone(page);
	road.becomes('through');
	await page.goto(`${road.address}/vandaag`);
	await page.locator('form[action="/uitloggen"] button').first().click();
	await expect(page).toHaveURL(/\/uitloggen/);
	await signIn(context.request, road.address, 'dahab');
	expect(await timesReceived(context, road.address, places)).toEqual([1, 1]);
});

test('whatever answers in between, nothing is lost and each is told in words', async () => {
	const { context, page } = await handset.start();
	await arrive(context, page, road.address, 'senait');
	road.becomes('refused');
	const places: string[] = [];
	const answers = [
		{ status: 500, says: 'later' },
		{ status: 409, says: 'later' },
		{ status: 413, says: 'refused' },
		{ status: 400, says: 'refused' },
	];
	for (const { says, status } of answers) {
		const organisation = `Antwoord ${status}`;
		places.push(organisation);
		road.becomes((_method, path) => (isParcel(path) ? 'refused' : 'through'));
		await writeHours(page, road.address, { organisation, withPhoto: false });
		await leaveToPhone(page);
		road.becomes((_method, path) => (isParcel(path) ? status : 'through'));
		await page.locator('[data-send]').click();
		await expect
			.poll(() => road.passed().filter((line) => line.endsWith(` ${status}`)).length)
			.toBeGreaterThan(0);
		await expect(page.locator(`li[data-parcel] [data-says=${says}]`)).toBeVisible();
		expect(await states(page)).toHaveLength(places.length);
		road.becomes('through');
		await page.locator('[data-send]').click();
		await expect
			.poll(() => timesReceived(context, road.address, [organisation]), { timeout: 60_000 })
			.toEqual([1]);
		places.length = 0;
	}
});

test('a phone without room says so, and what was filled in stays', async () => {
	const { context, page } = await handset.start();
	await arrive(context, page, road.address, 'rima');
	road.becomes('refused');
	// The browser looks only now and then how much room there is.
	await page.waitForTimeout(31_000);
	const session = await context.newCDPSession(page);
	await session.send('Storage.overrideQuotaForOrigin', { origin: road.address, quotaSize: 1 });
	await writeHours(page, road.address, { organisation: 'Vol', withPhoto: false });
	await page.locator('[data-offline-hours] form button[type=submit]').click();
	await expect(page.locator('[data-kept-as=full]')).toBeVisible();
	await expect(page.locator('[name=organisation]')).toHaveValue('Vol');
	await session.send('Storage.overrideQuotaForOrigin', { origin: road.address });
	await leaveToPhone(page);
});

test('what somebody left alone on a shared phone cannot be read there any more, and waits', async () => {
	const { context, page } = await handset.start();
	await arrive(context, page, road.address, 'hiwet');
	road.becomes('refused');
	await page.clock.install();
	await writeHours(page, road.address, { organisation: 'Alleen gelaten', withPhoto: false });
	await page.clock.runFor('16:00');
	await expect(page.locator('[data-yes]')).toBeVisible();
	await expect(page.locator('[name=organisation]')).toBeHidden();
	await expect(page.locator('[name=organisation]')).toHaveValue('');
	expect(await waiting(page, road.address)).toEqual(['draft']);
});

for (const clock of ['+1d', '-1d']) {
	test(`a phone whose clock is wrong (${clock}) keeps, sends and loses nothing`, async () => {
		const wrong = newHandset(clock);
		const organisation = `Klok ${clock} ${test.info().repeatEachIndex}`;
		const { context, page } = await wrong.start();
		await arrive(context, page, road.address, 'hiwet');
		road.becomes('refused');
		await writeHours(page, road.address, { organisation });
		await leaveToPhone(page);
		const onPhone = await page.evaluate(() => performance.timeOrigin + performance.now());
		const here = performance.timeOrigin + performance.now();
		expect(Math.abs(onPhone - here)).toBeGreaterThan(23 * 3_600_000);
		road.becomes('through');
		await page.goto(`${road.address}/vandaag`);
		await sendAll(page);
		expect(await timesReceived(context, road.address, [organisation])).toEqual([1]);
		await wrong.discard();
	});
}

/** Sees that all that waits goes, and that the page then says so. */
async function sendAll(page: Page) {
	await expect
		.poll(async () => (await waiting(page, road.address)).filter((state) => state !== 'received'), {
			timeout: 60_000,
		})
		.toEqual([]);
}
