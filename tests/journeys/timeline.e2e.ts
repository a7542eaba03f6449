import { expect, type Page, test } from '@playwright/test';
import { personas } from '../../src/lib/server/demo/personas.ts';
import { signedIn, signIn, tenants } from '../browser/world.ts';

async function fileOf(anna: Page, givenName: string): Promise<string> {
	await anna.goto(`/staf/mensen?zoek=${givenName}`);
	await anna.getByRole('link', { name: givenName }).first().click();
	return new URL(anna.url()).pathname;
}

async function record(anna: Page, file: string, stap: string, on: string, source: string) {
	await anna.goto(`${file}/modules?stap=${stap}`);
	const form = anna.locator('form[action^="?/record"]');
	await form.getByLabel('Op welke dag?').fill(on);
	await form.getByLabel('Van wie weet u dit?').selectOption({ label: source });
	await form.locator('button[type=submit]').click();
	await expect(anna.getByText('Bewaard.')).toBeVisible();
}

test('what staff write down is done on the timeline of the person, without JavaScript too', async ({
	browser,
}) => {
	const desk = await signedIn(browser, tenants.heerenveen, 'anna', { javaScriptEnabled: false });
	const anna = await desk.newPage();
	const file = await fileOf(anna, 'Tirhas');
	await record(anna, file, 'pvtHours', '2026-10-12', 'Andere organisatie');
	await record(anna, file, 'pvtSigned', '2026-10-19', 'Gemeente');

	const pocket = await signedIn(browser, tenants.heerenveen, 'tirhas', {
		javaScriptEnabled: false,
	});
	const page = await pocket.newPage();
	await page.goto('/plan');
	await page.locator('a[href="/plan/tijdlijn"]').click();
	await expect(page.getByText('Nu bent u hier').first()).toBeVisible();
	const signed = page.locator('li.entry', { hasText: 'De participatieverklaring tekenen (PVT)' });
	await expect(signed).toContainText('maandag 19 oktober 2026');
	await expect(signed).toContainText('klaar');
	await page.locator('a[href="/plan/onderdelen"]').click();
	await expect(page.getByText('Participatieverklaring getekend (PVT)')).toBeVisible();
	await expect(page.getByText('PVT: 12 uur gedaan')).toBeVisible();
	await expect(page.getByText('Een tik hier is geen handtekening.')).toBeVisible();

	await anna.goto(`${file}/tijdlijn`);
	const row = anna.locator('tr', { hasText: 'De participatieverklaring tekenen (PVT)' });
	await expect(row).toContainText('W 6(1)a');
	await expect(row).toContainText('klaar');
});

test('what the gemeente is late with is as plain for both, until it was done', async ({
	browser,
}) => {
	const desk = await signedIn(browser, tenants.heerenveen, 'anna');
	const anna = await desk.newPage();
	await anna.goto('/staf/werkvoorraad');
	const late = anna.locator('#te-laat li', { hasText: 'Hala Kassem' });
	await expect(late).toContainText('De gemeente biedt u lessen aan');
	await expect(late).toContainText('dinsdag 25 augustus 2026');
	await late.getByRole('link').click();
	await expect(anna.getByRole('region', { name: 'Werk van de gemeente' })).toContainText(
		'R 4.1(1)g',
	);

	const pocket = await signedIn(browser, tenants.heerenveen, 'hala');
	const page = await pocket.newPage();
	await page.goto('/plan/tijdlijn');
	await expect(page.getByText('De gemeente is te laat, u niet.').first()).toBeVisible();
});

test('who has no plan yet sees the intake and what there is to arrange', async ({ browser }) => {
	const pocket = await signedIn(browser, tenants.heerenveen, 'yonas');
	const page = await pocket.newPage();
	await page.goto('/plan/tijdlijn');
	await expect(page.getByText('U mag alleen praten, zonder familie.')).toBeVisible();
	await expect(page.getByText('Regelen na aankomst')).toBeVisible();
	await expect(page.getByText('Leren in het AZC')).toBeVisible();
	await expect(page.getByText('Uitnodiging voor het eerste gesprek').first()).toBeVisible();
	await page.goto('/plan/onderdelen');
	await expect(page.getByText('U hebt nog geen plan.')).toBeVisible();
});

test('everybody of the demo has a timeline that opens, or the law of 2013', async ({
	playwright,
}) => {
	const addresses: Readonly<Record<string, string>> = {
		heerenveen: tenants.heerenveen,
		'ferm-werk': tenants.fermWerk,
	};
	for (const { key, kind, tenantId } of personas) {
		if (kind !== 'resident') continue;
		const address = addresses[tenantId] ?? '';
		const pocket = await playwright.request.newContext();
		await signIn(pocket, address, key);
		const answer = await pocket.get(`${address}/plan/tijdlijn`);
		expect(answer.status()).toBe(200);
		const html = await answer.text();
		const entries = html.match(/<li class="entry /g) ?? [];
		if (key === 'dawit') expect(html).toContain('Voor u geldt de oude wet');
		else expect(entries.length, key).toBeGreaterThan(1);
		await pocket.dispose();
	}
});
