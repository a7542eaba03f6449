import { expect, test } from '@playwright/test';
import { readers, signedIn, tenants } from '../browser/world.ts';

for (const javaScriptEnabled of [true, false]) {
	test(`a word of the plan is explained, and one comes back to where it stood (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const pocket = await signedIn(browser, tenants.heerenveen, 'amina', { javaScriptEnabled });
		const page = await pocket.newPage();
		await page.goto('/plan');
		const word = page.locator('.dutch a.word', { hasText: 'vrijwilligerswerk' }).first();
		const place = await word.getAttribute('id');
		await word.click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('عمل تطوعي');
		await expect(page.getByRole('heading', { level: 1 })).toContainText('vrijwilligerswerk');
		await expect(page.getByText('Werk waarvoor u geen loon krijgt.')).toBeVisible();
		await expect(page.getByText('Deze vertaling is nog niet gecontroleerd.')).toBeVisible();
		await expect(page.getByText('Dit woord staat in uw plan')).toBeVisible();
		await expect(page.locator('.agreement .dutch').first()).toContainText('vrijwilligerswerk');
		await page.getByRole('link', { name: 'Terug naar uw plan' }).click();
		await expect(page).toHaveURL(new RegExp(`/plan#${place}$`));
		await expect(page.locator(`#${place}`)).toBeInViewport();
		await pocket.close();
	});
}

for (const [tag, { persona, address }] of Object.entries(readers)) {
	test(`the words that are links on the plan all have a card, in ${tag}`, async ({ browser }) => {
		const pocket = await signedIn(browser, address, persona);
		const page = await pocket.newPage();
		await page.goto('/plan');
		const links = page.locator('a.word');
		const found = await links.evaluateAll((all) =>
			all.map((link) => ({
				href: link.getAttribute('href') ?? '',
				name: link.textContent,
				height: link.getBoundingClientRect().height,
				isNested: link.parentElement?.closest('a, button, label, summary') !== null,
			})),
		);
		expect(found.length).toBeGreaterThan(10);
		expect(found.filter(({ name, isNested }) => name === '' || isNested)).toEqual([]);
		expect(found.filter(({ height }) => height < 24)).toEqual([]);
		const ids = await links.evaluateAll((all) => all.map(({ id }) => id));
		expect(new Set(ids).size).toBe(ids.length);
		for (const href of new Set(found.map((link) => link.href.replace(/\/\d+$/, '')))) {
			expect((await page.request.get(href)).status(), href).toBe(200);
		}
		await pocket.close();
	});
}

test('words are found in Dutch and in the mother tongue, without signing in too', async ({
	browser,
}) => {
	const pocket = await signedIn(browser, tenants.heerenveen, 'amina', { javaScriptEnabled: false });
	const page = await pocket.newPage();
	await page.goto('/hulp');
	await page.getByRole('link', { name: 'Woorden' }).click();
	await expect(page.locator('.words a')).toHaveCount(61);
	await page.getByRole('searchbox').fill('ايجار');
	await page.getByRole('button', { name: 'Zoeken' }).click();
	await expect(page.locator('.words a')).toHaveCount(1);
	await page.locator('.words a').click();
	await expect(page).toHaveURL(/\/woorden\/huur$/);
	await pocket.close();

	const helper = await browser.newContext({ baseURL: tenants.heerenveen, locale: 'nl-NL' });
	const open = await helper.newPage();
	await open.goto('/woorden?q=boetes');
	await open.locator('.words a').click();
	await expect(open.getByRole('heading', { level: 1 })).toHaveText('boete');
	await expect(open.getByText('Dit woord staat in uw plan')).toHaveCount(0);
	for (const address of ['/woorden/boeterente', '/woorden/pip/x', '/woorden/__proto__']) {
		expect((await open.request.get(address)).status(), address).toBe(404);
	}
	const echoed = await open.request.get('/woorden?q=%3Cscript%3Ealert(1)%3C/script%3E%22');
	expect(await echoed.text()).not.toContain('<script>alert');
	await helper.close();
});
