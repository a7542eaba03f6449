import { expect, type Page, test } from '@playwright/test';
import { signedIn, tenants } from '../browser/world.ts';

const place = 'Kringloop Heerenveen';
const desktop = { viewport: { width: 1280, height: 900 } } as const;

/** One step of the wizard answered by its last button, after what `fill` does. */
async function step(page: Page, name: string, fill: () => Promise<void>) {
	await expect(page).toHaveURL(new RegExp(`/${name}$`));
	await fill();
	await page.locator('form[action="?/save"] button[type=submit]').last().click();
}

async function check(page: Page, name: string, value: string) {
	await page.locator(`[name=${name}][value=${value}]`).check();
}

/** Answers all questions for work at the shop, from the page on which one is. */
async function propose(page: Page, organisation: string): Promise<string> {
	await step(page, 'waar', () => page.locator('[name=organisation]').fill(organisation));
	await step(page, 'mensen', async () => {
		await check(page, 'dutchSpoken', 'yes');
		await check(page, 'together', 'unknown');
	});
	await page.locator('button[name=startsOn]').first().click();
	await page.locator('button[name=hoursPerWeek][value="8"]').click();
	await expect(page).toHaveURL(/\/sturen$/);
	await expect(page.getByText(organisation)).toBeVisible();
	await page.locator('form[action="?/send"] button').click();
	await expect(page).toHaveURL(/\/uren\/voorstel\/[\w-]{22}$/);
	return new URL(page.url()).pathname;
}

for (const javaScriptEnabled of [true, false]) {
	const scripts = javaScriptEnabled ? 'with' : 'without';
	const here = `${place} ${javaScriptEnabled ? 'Oost' : 'West'}`;

	test(`a proposal is asked about, approved, and stands beside the hours (${scripts} JavaScript)`, async ({
		browser,
	}) => {
		const { heerenveen } = tenants;
		const pocket = await signedIn(browser, heerenveen, 'nasir', { javaScriptEnabled });
		const desk = await signedIn(browser, heerenveen, 'bart', { ...desktop, javaScriptEnabled });
		const [page, staff] = [await pocket.newPage(), await desk.newPage()];

		await test.step('the person finds in the catalogue what must be asked, and asks it', async () => {
			await page.goto('/uren');
			await page.locator('a[href="/uren/activiteiten"]').click();
			const headings = await page.locator('section.card h2 .dutch').allTextContents();
			expect(headings).toEqual(['Telt mee', 'Vraag het eerst', 'Telt niet mee']);
			await page.locator('#ask button[name=activity][value=workExperience]').click();
		});
		const mine = await propose(page, here);
		const theirs = mine.replace('/uren/voorstel/', '/staf/voorstellen/');
		await expect(page.getByText('De gemeente kijkt ernaar.', { exact: false })).toBeVisible();

		await test.step('the klantmanager finds it in the work queue and asks a question', async () => {
			await staff.goto('/staf/werkvoorraad');
			const row = staff.locator('#voorstellen tr', { hasText: here });
			await expect(row).toContainText('Nasir Hamdan');
			await row.locator(`a[href="${theirs}"]`).click();
			const criteria = staff.locator('tr', { hasText: 'Samen met anderen' });
			await expect(criteria).toContainText('Ik weet het niet');
			await staff.locator('form[action="?/ask"] select').selectOption('whoIsThere');
			await staff.locator('form[action="?/ask"] button').click();
			await expect(staff.getByRole('status')).toContainText('Verwerkt');
		});

		await test.step('the person sees the question in both languages and answers', async () => {
			await page.goto('/uren');
			await page.locator(`a[href="${mine}"]`).click();
			await expect(page.getByText('Wie is daar bij u?').first()).toBeVisible();
			await expect(page.getByText('من يكون معك هناك؟').first()).toBeVisible();
			await page.locator('form[action="?/answer"] button').click();
			await expect(page.locator('.problem')).toBeVisible();
			await page.locator('[name=answer]').fill('سارة ومحمد');
			await page.locator('form[action="?/answer"] button').click();
			await expect(page.getByText('De gemeente kijkt ernaar.', { exact: false })).toBeVisible();
		});

		await test.step('the klantmanager approves it, with what to take care of', async () => {
			await staff.goto('/staf/werkvoorraad');
			const row = staff.locator('#voorstellen tr', { hasText: here });
			await expect(row).toContainText('Vraag beantwoord');
			await staff.goto(theirs);
			await expect(staff.getByText('سارة ومحمد')).toBeVisible();
			await staff.locator('form[action="?/approve"] select').selectOption('speakDutch');
			await staff.locator('form[action="?/approve"] [name=note]').fill('Vraag naar Ineke.');
			await staff.locator('form[action="?/approve"] button').click();
			await expect(staff.getByRole('status')).toContainText('Verwerkt');
		});

		await test.step('the person sees the yes, and sends hours with one tap for what and where', async () => {
			await page.goto(mine);
			await expect(page.getByText('Goedgekeurd').first()).toBeVisible();
			await expect(page.getByText('Spreek daar Nederlands.').first()).toBeVisible();
			await expect(page.getByText('Vraag naar Ineke.').first()).toBeVisible();
			await page.goto('/uren/nieuw');
			await page.locator('form[action="?/start"] button').click();
			await page.locator('form[action="?/approved"] button', { hasText: here }).click();
			// The person was not sure whether others would be there: now that is known.
			await step(page, 'waar', () => check(page, 'together', 'yes'));
			await page.locator('button[name=doneOn]').first().click();
			await page.locator('button[name=minutes][value="120"]').click();
			await page.locator('form[action="?/send"] button[name=without]').click();
			await page.waitForURL(/\/uren\/[\w-]{22}/);
		});

		await test.step('the reviewer sees that it was approved beforehand', async () => {
			await staff.goto('/staf/uren');
			const row = staff.locator('tr', { hasText: here });
			await expect(row.locator(`a[href="${theirs}"]`)).toHaveText('Vooraf goedgekeurd');
			await expect(row).not.toContainText('Activiteit beoordelen');
			await staff.goto(new URL(page.url()).pathname.replace('/uren/', '/staf/uren/'));
			await expect(staff.getByText('Vooraf goedgekeurd')).toBeVisible();
		});

		await test.step('the person stops, and it is no longer offered', async () => {
			await page.goto(mine);
			await page.locator('form[action="?/stop"] button').click();
			await expect(page.getByText('Gestopt').first()).toBeVisible();
			await page.goto('/uren/nieuw');
			await page.locator('form[action="?/start"] button').click();
			await expect(page.locator('form[action="?/approved"]')).toHaveCount(0);
		});
		await pocket.close();
		await desk.close();
	});
}

test('a proposal is refused, looked at again, ended by the gemeente; or dropped and taken back', async ({
	browser,
}) => {
	const pocket = await signedIn(browser, tenants.heerenveen, 'nasir');
	const desk = await signedIn(browser, tenants.heerenveen, 'bart', desktop);
	const [page, staff] = [await pocket.newPage(), await desk.newPage()];
	const begin = async (organisation: string) => {
		await page.goto('/uren/voorstel');
		await page.locator('form[action="?/start"] button').click();
		await step(page, 'wat', () => check(page, 'activity', 'workExperience'));
		return propose(page, organisation);
	};
	const say = async (action: string, reason: string) => {
		const form = staff.locator(`form[action="?/${action}"]`);
		await form.locator('select').selectOption(reason);
		await form.locator('button').click();
		await expect(staff.getByRole('status')).toContainText('Verwerkt');
	};

	const mine = await begin('Winkel De Hoek');
	await staff.goto(mine.replace('/uren/voorstel/', '/staf/voorstellen/'));
	await say('notApprove', 'noDutchThere');
	await page.goto(mine);
	await expect(page.getByText('Daar wordt geen Nederlands gesproken.').first()).toBeVisible();
	await say('reconsider', 'newFacts');
	await say('approve', '');
	await say('end', 'activityStopped');
	await page.reload();
	await expect(page.getByText('Deze activiteit is er niet meer.').first()).toBeVisible();

	const other = await begin('Winkel De Brug');
	await page.locator('form[action="?/withdraw"] button').click();
	await expect(page).toHaveURL(other);
	await expect(page.getByText('U hebt uw vraag teruggenomen.').first()).toBeVisible();

	await page.goto('/uren/voorstel');
	await page.locator('form[action="?/start"] button').click();
	await step(page, 'wat', () => check(page, 'activity', 'volunteering'));
	await page.goto('/uren/voorstel');
	await page.locator('form[action="?/drop"] button').click();
	await expect(page.locator('form[action="?/drop"]')).toHaveCount(0);
	await pocket.close();
	await desk.close();
});
