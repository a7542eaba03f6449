import { expect, test } from '@playwright/test';
import { signedIn, tenants } from '../browser/world.ts';

test('a whole plan from a proposal: goals with actions, and the formal part as decided', async ({
	browser,
}) => {
	const desk = await signedIn(browser, tenants.heerenveen, 'anna', {
		viewport: { width: 1280, height: 900 },
	});
	const page = await desk.newPage();
	await page.goto('/staf/mensen/nieuw');
	await page.locator('[name=givenName]').fill('Nadia');
	await page.locator('[name=familyName]').fill('Plan');
	await page.locator('[name=bsn]').fill('999990706');
	await page.locator('[name=bornOn]').fill('1993-02-01');
	await page.locator('[name=groepDetail]').selectOption('asielstatushouder');
	await page.locator('[name=plichtSinceOn]').fill('2026-09-01');
	await page.locator('[name=notifiedOn]').fill('2026-09-14');
	await page.locator('[name=brpRegisteredOn]').fill('2026-09-10');
	await page.locator('[name=language]').selectOption('ar');
	await page.locator('main form button[type=submit]').click();
	await expect(page).toHaveURL(/\/staf\/mensen\/[\w-]{22}/);
	await page.locator('a[href$="/plan"]').first().click();

	await page.locator('form[action="?/start"] button[value=Z]').click();
	await expect(page.locator('[name=leerroute]')).toHaveValue('Z');
	await expect(page.locator('[name=begeleidingPartner]')).toHaveValue('VluchtelingenWerk');
	const goals = page.locator('#doelen ol > li');
	await expect(goals).toHaveCount(3);

	await page.locator('[name=goalSentence]').selectOption('payBills');
	await page.locator('button[formaction="?/goal"]').click();
	await expect(goals).toHaveCount(4);
	await page.locator('#doelen details > summary').click();
	await page.locator('[name=goalTheme]').selectOption('work');
	await page.locator('[name=goalWords]').fill('U wilt een eigen winkel.');
	await page.locator('button[formaction="?/owngoal"]').click();
	await expect(goals).toHaveCount(5);
	await page.locator('button[formaction="?/ungoal"]').first().click();
	await expect(goals).toHaveCount(4);

	await page
		.locator('select[name^="bij-"]')
		.first()
		.selectOption({ label: 'U wilt een eigen winkel.' });
	await page.locator('[name=kernwaarde-vrijheid]').check();
	await page.locator('[name=praktijk-vrijwilligerswerk]').check();
	await page.locator('[name=begeleidingLastOn]').fill('2028-05-01');
	await page.getByRole('button', { name: 'Concept bewaren' }).nth(1).click();
	await expect(page.getByText('Bewaard.', { exact: true })).toBeVisible();
	await expect(page.locator('[name=kernwaarde-vrijheid]')).toBeChecked();

	await page.locator('a[href$="/plan/voorbeeld"]').first().click();
	const decided = page.locator('[aria-labelledby$="-decided"]').first();
	await decided.locator('summary').click();
	await expect(decided.getByText('Vrijheid', { exact: true })).toBeVisible();
	await expect(decided).toContainText('VluchtelingenWerk geeft u maatschappelijke begeleiding');
	await expect(page.getByText('U wilt een eigen winkel.').first()).toBeVisible();
	await desk.close();
});
