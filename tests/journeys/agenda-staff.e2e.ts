import { type Browser, expect, type Page, test } from '@playwright/test';
import { sendUntil } from '../browser/mailbox.ts';
import { signedIn, tenants } from '../browser/world.ts';

const address = tenants.heerenveen;
/** "Something changed", as it leaves the portal for somebody who reads Tigrinya. */
const changedInTigrinya = 'ዝተለወጠ ነገር ኣሎ';

for (const javaScriptEnabled of [true, false]) {
	const name = javaScriptEnabled ? 'Groep Wilg' : 'Groep Linde';
	const options = { javaScriptEnabled };

	test(`a lesson moves, somebody cannot come, and the school reads that it was reported, not why (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const anna = await opened(browser, 'anna', options);
		await anna.goto('/staf/groepen');
		await anna.getByLabel('Naam van de groep').fill(name);
		await anna.getByLabel('Soort').selectOption({ label: 'Les' });
		await anna.getByLabel('Wie geeft het?').selectOption({ label: 'Taalhuis' });
		await anna.getByRole('button', { name: 'Groep maken' }).click();
		await expect(anna.getByText('De groep is gemaakt.')).toBeVisible();
		await anna.getByLabel('Persoon', { exact: true }).selectOption({ label: 'Weldu, Bisrat' });
		await anna.getByRole('button', { name: 'Toevoegen' }).click();
		await expect(anna.getByText('1 lid nu')).toBeVisible();

		await anna.getByRole('link', { name: 'Voor deze groep inplannen' }).click();
		await expect(anna.getByLabel('Soort')).toHaveValue('lesson');
		await fillTimes(anna, '2026-11-25', '09:00', '12:00');
		await anna.getByLabel('woensdag').check();
		await anna.getByLabel('Plek').fill('Lokaal 3');
		await anna.getByLabel('Lesboek').check();
		await anna.getByRole('button', { name: 'Inplannen' }).click();
		await expect(anna.locator('#until-problem')).toBeVisible();
		await expect(anna.getByLabel('Plek')).toHaveValue('Lokaal 3');
		await anna.getByLabel('Laatste dag').fill('2026-12-16');
		await anna.getByRole('button', { name: 'Inplannen' }).click();
		await expect(anna.getByText('De mensen krijgen bericht.')).toBeVisible();
		await expect(anna.getByRole('heading', { level: 1 })).toContainText('25 november');
		await expect(anna.getByText('Nog niets gezegd')).toBeVisible();
		const lesson = new URL(anna.url()).pathname;

		await anna.getByText('Verplaatsen of veranderen').click();
		await fillTimes(anna, '2026-11-26', '13:00', '16:00', 'Dag');
		const moving = anna.locator('form[action$="change"]');
		await moving.getByLabel('Waarom?').selectOption({ label: 'Ruimte is niet vrij' });
		await anna.getByRole('button', { name: 'Veranderen' }).click();
		await expect(anna.getByText('Stond eerst op')).toContainText('25 november');

		const post = await browser.newContext({ baseURL: address });
		const mailbox = await post.newPage();
		const letter = mailbox.getByRole('article').filter({ hasText: 'Bisrat Weldu' });
		await sendUntil(mailbox, () =>
			expect(letter.filter({ hasText: changedInTigrinya }).first()).toBeVisible({ timeout: 1000 }),
		);
		await expect(letter.filter({ hasText: 'Lokaal 3' })).toHaveCount(0);
		await post.close();

		const bisrat = await opened(browser, 'bisrat', options);
		await bisrat.goto('/meldingen');
		const told = bisrat.getByRole('article').filter({ hasText: '26 november' });
		await told.getByRole('link').first().click();
		await expect(bisrat).toHaveURL(new RegExp(`/agenda/${lesson.split('/').at(-1)}`));
		await bisrat.locator('summary').filter({ hasText: 'Ik kan niet' }).click();
		await bisrat.getByRole('button', { name: 'Ik ben ziek' }).click();
		await expect(bisrat.getByText('U kunt niet').first()).toBeVisible();

		await anna.goto(lesson);
		await expect(anna.getByText('Kan niet: Ik ben ziek')).toBeVisible();

		const femke = await opened(browser, 'femke', options);
		await femke.goto('/school');
		await femke.getByRole('listitem').filter({ hasText: name }).getByRole('link').first().click();
		const row = femke.getByRole('listitem').filter({ hasText: 'Bisrat W.' });
		await expect(row).toContainText('Afgemeld');
		await expect(femke.getByText('Presentie invullen kan vanaf het begin.')).toBeVisible();
		const read = await femke.content();
		expect(read).not.toMatch(/ziek|Weldu|"ill"/);
		await femke.getByRole('link', { name: 'Lijst om te printen' }).click();
		await expect(femke.getByRole('row').filter({ hasText: 'Bisrat W.' })).toBeVisible();
		await Promise.all([anna, bisrat, femke].map((page) => page.context().close()));
	});

	test(`who was there finds the hours ready, once (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const anna = await opened(browser, 'anna', options);
		await anna.goto('/staf/groepen');
		await anna.getByRole('link', { name }).click();
		await anna.getByRole('link', { name: 'Voor deze groep inplannen' }).click();
		await anna.getByLabel('Soort').selectOption({ label: 'Activiteit' });
		await anna.getByLabel('Uren tellen als').selectOption({ value: 'volunteering' });
		// It has begun whenever this runs.
		await fillTimes(anna, '2026-11-23', '00:00', '00:30');
		await anna.getByLabel('Plek').fill(`Buurthuis ${name}`);
		await anna.getByRole('button', { name: 'Inplannen' }).click();
		await expect(anna.getByText('De mensen krijgen bericht.')).toBeVisible();
		const activity = new URL(anna.url()).pathname;

		const femke = await opened(browser, 'femke', options);
		await femke.goto(activity.replace('/staf/agenda', '/school'));
		await femke.getByLabel('Aanwezig').check();
		await femke.getByRole('button', { name: 'Presentie opslaan' }).click();
		await expect(femke.getByText('De presentie is opgeslagen.')).toBeVisible();

		await anna.getByLabel('Minuten van Bisrat Weldu').fill('25');
		await anna.getByLabel('Aanwezig').check();
		await anna.getByRole('button', { name: 'Presentie opslaan' }).click();
		await expect(anna.locator('.problem')).toBeVisible();
		await anna.goto(activity);
		await anna.getByLabel('Minuten van Bisrat Weldu').fill('25');
		await anna.getByRole('button', { name: 'Presentie opslaan' }).click();
		await expect(anna.getByText('De presentie is opgeslagen.')).toBeVisible();

		const bisrat = await opened(browser, 'bisrat', options);
		await bisrat.goto('/uren');
		const ready = bisrat.locator('section.note').filter({ hasText: `Buurthuis ${name}` });
		await expect(ready).toContainText('U was hier 25 minuten. Klopt dat?');
		await ready.getByRole('link').click();
		const page = bisrat.url();
		await bisrat.getByRole('button', { name: 'Ja, en ik sprak Nederlands' }).click();
		await expect(bisrat).toHaveURL(/\/uren\/[\w-]{22}$/);
		await expect(bisrat.getByText('25 minuten').first()).toBeVisible();
		expect((await bisrat.goto(page))?.status()).toBe(404);
		await bisrat.goto('/uren');
		await expect(bisrat.locator('section.note').filter({ hasText: name })).toHaveCount(0);
		await Promise.all([anna, bisrat, femke].map((one) => one.context().close()));
	});

	test(`a series goes on differently, is called off, and somebody stops (JavaScript ${javaScriptEnabled})`, async ({
		browser,
	}) => {
		const anna = await opened(browser, 'anna', options);
		await anna.goto('/staf/groepen');
		await anna.getByRole('link', { name }).click();
		const group = new URL(anna.url()).pathname;
		const on = (day: string) =>
			anna.locator('section').filter({ has: anna.getByRole('heading', { name: day }) });
		await on('2 december').getByRole('link', { name: 'Les' }).click();
		await anna.getByText('Laten vervallen').first().click();
		const cancelling = anna.locator('form[action$="cancel"]');
		await cancelling.getByLabel('Waarom?').selectOption({ label: 'Docent is er niet' });
		await cancelling.getByRole('button').click();
		await expect(anna.getByText('Gaat niet door')).toBeVisible();
		await anna.getByRole('button', { name: 'Gaat toch door' }).click();
		await expect(anna.getByText('Gaat niet door')).toBeHidden();

		await anna.getByRole('link', { name: 'Deze keer en alles daarna anders plannen' }).click();
		await expect(anna.getByLabel('woensdag')).toBeChecked();
		await fillTimes(anna, '2026-12-02', '10:00', '13:00');
		await anna.getByRole('button', { name: 'Nieuwe reeks inplannen' }).click();
		await expect(anna.getByText('10:00–13:00').first()).toBeVisible();

		await anna.goto(group);
		await expect(on('2 december').getByRole('row')).toHaveCount(2);
		await on('9 december').getByRole('link', { name: 'Les' }).click();
		await anna.getByText('Laten vervallen').first().click();
		await anna.getByLabel('Deze keer en alles daarna').check();
		await cancelling.getByLabel('Waarom?').selectOption({ label: 'Te weinig mensen' });
		await cancelling.getByRole('button').click();
		await expect(anna.getByText('Te weinig mensen').first()).toBeVisible();
		await expect(anna.getByRole('button', { name: 'Gaat toch door' })).toHaveCount(0);

		await anna.goto(group);
		await anna.getByLabel('Laatste dag van Bisrat Weldu').fill('2026-12-31');
		await anna.getByRole('button', { name: 'Stoppen' }).click();
		await expect(anna.getByRole('row').filter({ hasText: '31 december' })).toBeVisible();
		await anna.getByRole('link', { name: 'Bisrat Weldu' }).click();
		await expect(anna.getByRole('row').filter({ hasText: '26 november' }).first()).toBeVisible();
		await anna.context().close();
	});
}

async function opened(browser: Browser, persona: string, options: { javaScriptEnabled: boolean }) {
	const context = await signedIn(browser, address, persona, options);
	return context.newPage();
}

async function fillTimes(page: Page, on: string, at: string, until: string, day = 'Eerste dag') {
	await page.getByLabel(day, { exact: true }).fill(on);
	await page.getByLabel('Van', { exact: true }).fill(at);
	await page.getByLabel('Tot', { exact: true }).fill(until);
}
