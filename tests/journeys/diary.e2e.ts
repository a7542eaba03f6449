import { readFileSync } from 'node:fs';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { logOf, world } from '../browser/which.ts';
import { signedIn, tenants } from '../browser/world.ts';

const stories = [
	{ persona: 'saba', familyName: 'Habtom', javaScriptEnabled: true },
	{ persona: 'idris', familyName: 'Nuur', javaScriptEnabled: false },
] as const;

for (const { persona, familyName, javaScriptEnabled } of stories) {
	test(`how it goes: private, shared to the word, and taken back (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const canary = (what: string) => `kanarie-${what}-${persona}`;
		const pocket = await signedIn(browser, tenants.heerenveen, persona, { javaScriptEnabled });
		const page = await pocket.newPage();
		const desk = await signedIn(browser, tenants.heerenveen, 'anna', { javaScriptEnabled });
		const staff = await desk.newPage();
		await staff.goto('/staf/werkvoorraad');
		const silent = staff.locator('#geen-uren li', { hasText: familyName });
		await expect(silent).toContainText('Nog geen uren sinds het plan');
		await silent.getByRole('link').click();
		const file = new URL(staff.url()).pathname;

		await page.goto('/vandaag');
		const question = page.locator('#lukt-het');
		await expect(question).toContainText('Lukt het met de uren?');
		await question.getByRole('link', { name: 'Het lukt niet' }).click();
		await page.getByRole('button', { name: 'Ik ben ziek, of iemand in mijn gezin' }).click();
		await expect(page.getByText('Bewaard. Alleen u ziet dit.')).toBeVisible();
		await change(page, { words: canary('ziek') });
		await page.goto('/vandaag');
		await expect(question).toHaveCount(0);
		const seesNothing = async () => {
			await staff.goto(file);
			await expect(staff.locator('#gedeeld')).toHaveCount(0);
		};
		await seesNothing();

		await page.goto('/uren');
		await page.getByRole('link', { name: 'Het lukt niet' }).click();
		await page.getByRole('button', { name: 'Ik sta op een wachtlijst' }).click();
		await change(page, { words: canary('wachtlijst'), lastOn: '2026-11-01' });
		await expect(
			page.getByText('De laatste dag is voor de eerste dag.', { exact: false }),
		).toBeVisible();
		await page.locator('[name=lastOn]').fill('');
		await page.getByRole('button', { name: 'Bewaren' }).click();
		await seesNothing();
		await page.getByRole('button', { name: 'Dit delen' }).click();
		await expect(page.getByText('U hebt dit gedeeld.')).toBeVisible();
		await expect(
			page.getByText('zien uw klantmanager en de teamleider dit', { exact: false }),
		).toBeVisible();
		const shared = staff.locator('#gedeeld');
		await staff.goto(file);
		await expect(shared.locator('li')).toHaveCount(1);
		await expect(shared.locator('li')).toContainText('Ik sta op een wachtlijst');
		await expect(shared).not.toContainText('kanarie');
		await page.getByRole('button', { name: 'Niet meer delen' }).click();
		await seesNothing();
		await page.getByRole('checkbox').check();
		await page.getByRole('button', { name: 'Dit delen' }).click();
		await staff.goto(file);
		await expect(shared).toContainText(canary('wachtlijst'));

		await page.goto('/uren/dagboek');
		await page.getByRole('link', { name: 'Ik ben ziek' }).click();
		await expect(page.getByText('Uw eigen woorden zien zij niet.', { exact: false })).toBeVisible();
		await page.getByRole('button', { name: 'Dit delen' }).click();
		await staff.goto(file);
		await expect(shared.locator('li')).toHaveCount(2);
		await expect(shared.locator('li', { hasText: 'Ziekte' })).toContainText(
			'Meer dan dit woord is niet gedeeld.',
		);
		await page.getByRole('button', { name: 'Het is voorbij' }).click();
		await expect(page.getByText('Dit is nu voorbij.', { exact: false })).toBeVisible();
		await expectNowhere(desk, file, [canary('ziek')]);

		await page.locator('summary', { hasText: 'Dit weggooien' }).click();
		await page.getByRole('button', { name: 'Dit weggooien' }).click();
		await expect(page.getByText('Weggegooid.', { exact: false })).toBeVisible();
		await staff.goto(file);
		await expect(shared.locator('li')).toHaveCount(1);
		await page.getByRole('link', { name: 'Ik sta op een wachtlijst' }).click();
		await page.getByRole('button', { name: 'Niet meer delen' }).click();
		await seesNothing();
		await expectNowhere(desk, file, [canary('ziek'), canary('wachtlijst')]);
		await desk.close();
		await pocket.close();
	});

	test(`"call me": the klantmanager calls, and says when (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const pocket = await signedIn(browser, tenants.heerenveen, persona, { javaScriptEnabled });
		const page = await pocket.newPage();
		await page.goto('/uren/dagboek');
		await page.getByRole('button', { name: 'Bel mij in de ochtend' }).click();
		await page.getByRole('button', { name: 'U hoeft mij niet te bellen' }).click();
		await page.getByRole('button', { name: 'Bel mij, de tijd maakt niet uit' }).click();
		await expect(page.getByText('Uw klantmanager belt u.', { exact: false })).toBeVisible();

		const desk = await signedIn(browser, tenants.heerenveen, 'anna', { javaScriptEnabled });
		const staff = await desk.newPage();
		await staff.goto('/staf/werkvoorraad');
		const row = staff.locator('#bellen li', { hasText: familyName });
		const others = staff.locator('#bellen li');
		await expect(others.first()).toContainText('Haidari');
		await row.getByRole('link', { name: familyName }).click();
		await expect(staff.locator('#gedeeld')).toContainText('Wil gebeld worden.');
		await staff.getByRole('button', { name: 'Gebeld met' }).click();
		await expect(staff.getByText('Verwerkt.')).toBeVisible();
		await expect(row).toHaveCount(0);
		await page.reload();
		await expect(page.getByText('Uw klantmanager belde u op', { exact: false })).toBeVisible();
		await desk.close();
		await pocket.close();
	});
}

test('it goes well: the question is answered and stays away', async ({ browser }) => {
	const pocket = await signedIn(browser, tenants.heerenveen, 'mulu');
	const page = await pocket.newPage();
	await page.goto('/uren');
	await page.locator('#lukt-het').getByRole('button', { name: 'Het gaat goed' }).click();
	await expect(
		page.getByText('Wij vragen het een tijd niet meer.', { exact: false }),
	).toBeVisible();
	await page.goto('/uren');
	await expect(page.locator('#lukt-het')).toHaveCount(0);
	await pocket.close();
});

async function change(page: Page, { words, lastOn }: { words: string; lastOn?: string }) {
	await page.getByRole('link', { name: 'Veranderen' }).click();
	await page.locator('[name=words]').fill(words);
	if (lastOn) await page.locator('[name=lastOn]').fill(lastOn);
	await page.getByRole('button', { name: 'Bewaren' }).click();
}

/** On no page that the klantmanager opens, and not in the log of the portal. */
async function expectNowhere(desk: BrowserContext, file: string, words: readonly string[]) {
	const pages = [file, `${file}/uren`, `${file}/plan`, `${file}/gegevens`];
	const lists = ['/staf/werkvoorraad', '/staf/uren', '/staf/mensen'];
	for (const path of [...pages, ...lists]) {
		const answer = await desk.request.get(path);
		expect(answer.status(), path).toBe(200);
		const html = await answer.text();
		for (const word of words) expect(html, path).not.toContain(word);
	}
	const log = readFileSync(logOf(world.name), 'utf8');
	expect(log).toContain('/uren/dagboek');
	expect(log).not.toMatch(/kanarie|illness|waitingList|Ziekte/);
}
