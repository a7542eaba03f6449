import {
	type APIRequestContext,
	type BrowserContext,
	expect,
	type Page,
	test,
} from '@playwright/test';
import { signedIn, tenants } from '../browser/world.ts';

const address = tenants.heerenveen;
const titles = 'Nummer;Datum;Begin;Einde;Onderwerp;Lokaal';

for (const javaScriptEnabled of [true, false]) {
	test(`a school's timetable comes in, and stands in the calendar of a phone (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const subject = javaScriptEnabled ? 'Rekenen' : 'Schrijven';
		const hour = javaScriptEnabled ? '09' : '13';
		const desk = await signedIn(browser, address, 'anna', { javaScriptEnabled });
		const staff = await desk.newPage();
		const first = [
			titles,
			`1;2026-12-01;${hour}:00;${hour}:45;${subject};2.14`,
			`2;03-12-2026;${hour}.00;${hour}.45;${subject};2.14`,
			`3;2026-12-08;${hour}:00;;${subject};2.14`,
			`3;2026-12-10;laat;${hour}:45;${subject};2.14`,
		];
		await choose(staff, subject, first);
		await expect(staff.getByRole('row', { name: 'Regel 4' })).toContainText('Einde:');
		await expect(staff.getByRole('row', { name: 'Regel 5' })).toContainText('Begin:');
		await expect(staff.getByText('Nieuw: 2.', { exact: false })).toBeVisible();
		await staff.getByRole('button', { name: 'Overnemen' }).click();
		await expect(staff.getByText('Het rooster is overgenomen.')).toBeVisible();

		await choose(staff, subject, first);
		await expect(staff.getByText('Er is niets om over te nemen.')).toBeVisible();
		await expect(staff.getByText('Hetzelfde: 2.', { exact: false })).toBeVisible();

		const pocket = await signedIn(browser, address, 'dahab', { javaScriptEnabled });
		const page = await pocket.newPage();
		await page.goto('/agenda/kalender');
		await page.getByRole('button', { name: 'Maak het adres' }).click();
		const feed = await page.getByLabel('Uw adres').inputValue();
		expect(feed).toMatch(/\/kalender\/[\w-]{43}\.ics$/);
		const phone = await browser.newContext();
		const before = await phone.request.get(feed);
		expect(before.headers()).toMatchObject({
			'content-type': 'text/calendar; charset=utf-8',
			'cache-control': 'private, no-store',
		});
		expect(eventsOf(await before.text(), hour)).toEqual([
			`20261201T${hour}0000`,
			`20261203T${hour}0000`,
		]);
		expect(await before.text()).not.toContain(subject);
		const etag = before.headers()['etag'] ?? '';
		const again = await phone.request.get(feed, { headers: { 'if-none-match': etag } });
		expect(again.status()).toBe(304);

		const second = [titles, `1;2026-12-02;${hour}:00;${hour}:45;${subject};2.14`];
		await choose(staff, subject, second);
		await expect(staff.getByRole('row').filter({ hasText: '1 december' })).toContainText(
			'2 december',
		);
		await staff.getByRole('checkbox', { name: 'Gaat niet door' }).check();
		await staff.getByRole('button', { name: 'Overnemen' }).click();
		await expect(staff.getByText('Het rooster is overgenomen.')).toBeVisible();
		await choose(staff, subject, ['Datum;Wanneer', 'x;y']);
		await expect(staff.getByText('Gebruik het lege rooster.', { exact: false })).toBeVisible();
		for (const kind of ['xlsx', 'csv']) {
			const template = await desk.request.get(`${address}/staf/agenda/importeren/sjabloon/${kind}`);
			expect(template.headers()['content-disposition']).toContain(`rooster.${kind}`);
		}
		const after = await (await phone.request.get(feed)).text();
		expect(eventsOf(after, hour)).toEqual([`20261202T${hour}0000`, `20261203T${hour}0000`]);
		const off = after.split('BEGIN:VEVENT').filter((one) => one.includes('STATUS:CANCELLED'));
		expect(off.filter((one) => one.includes(`20261203T${hour}0000`))).toHaveLength(1);

		await open(page, 'Anders laten zien');
		await page.getByRole('radio', { name: 'Ook wat, waar en met wie' }).check();
		await page.getByRole('radio', { name: 'Alleen Nederlands' }).check();
		await page.getByRole('button', { name: 'Bewaren' }).click();
		await expect(page.getByText('Bewaard.', { exact: false })).toBeVisible();
		expect(await (await phone.request.get(feed)).text()).toContain(`SUMMARY:Les · ${subject}`);

		await oneItem(pocket, page, subject);

		await page.goto('/agenda/kalender');
		await open(page, 'Stoppen of opnieuw');
		await page.getByRole('button', { name: 'Maak een nieuw adres' }).click();
		await expect(page.getByText('Het oude adres werkt niet meer.')).toBeVisible();
		const renewed = await page.getByLabel('Uw adres').inputValue();
		expect(renewed).not.toBe(feed);
		await isGone(phone.request, feed);
		expect((await phone.request.get(renewed)).status()).toBe(200);
		await open(page, 'Stoppen of opnieuw');
		await page.getByRole('button', { name: 'Stop het adres' }).click();
		await expect(page.getByRole('button', { name: 'Maak het adres' })).toBeVisible();
		await isGone(phone.request, renewed);
		await Promise.all([desk.close(), pocket.close(), phone.close()]);
	});
}

async function choose(page: Page, name: string, lines: readonly string[]) {
	await page.goto('/staf/agenda/importeren');
	await page.getByLabel('Voor wie is het rooster?').selectOption({ label: 'Kidane, Dahab' });
	await page.getByLabel('Naam van het rooster').fill(name);
	const buffer = Buffer.from(lines.join('\r\n'));
	const file = { name: 'rooster.csv', mimeType: 'text/csv', buffer };
	await page.getByLabel('Bestand (ics, xlsx of csv)').setInputFiles(file);
	await page.getByRole('button', { name: 'Bekijken' }).click();
}

/** Opens what is folded away; without JavaScript a summary opens by itself too. */
async function open(page: Page, name: string) {
	await page.locator('summary').filter({ hasText: name }).click();
}

/** One appointment, from its own page into the calendar of the phone. */
async function oneItem(context: BrowserContext, page: Page, subject: string) {
	await page.goto('/agenda?vanaf=2026-12-01');
	const item = page.getByRole('article').filter({ hasText: subject }).first();
	const link = item.getByRole('heading').getByRole('link');
	const href = (await link.getAttribute('href')) ?? '';
	await page.goto(href);
	const file = page.locator('a[href$="/afspraak.ics"]');
	const answer = await context.request.get(`${address}${(await file.getAttribute('href')) ?? ''}`);
	expect(answer.headers()['content-disposition']).toContain('afspraak.ics');
	expect(await answer.text()).toContain(subject);
}

/** Nobody learns whether there ever was an address: not even its owner's calendar. */
async function isGone(request: APIRequestContext, feed: string) {
	const [gone, never] = [await request.get(feed), await request.get(`${address}/kalender/x.ics`)];
	expect([gone.status(), never.status()]).toEqual([404, 404]);
	expect(await gone.text()).toBe(await never.text());
}

/** The begins of a calendar at this hour. */
function eventsOf(calendar: string, hour: string): string[] {
	const begins = [...calendar.matchAll(/^DTSTART;TZID=Europe\/Amsterdam:(\d{8}T\d{6})/gm)];
	return begins.flatMap(([, begin = '']) => (begin.includes(`T${hour}`) ? [begin] : [])).sort();
}
