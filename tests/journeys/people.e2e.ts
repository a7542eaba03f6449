import { expect, test } from '@playwright/test';
import { signedIn, tenants } from '../browser/world.ts';

test('somebody leaves the AZC: the ten weeks run, a colleague is told, the groep keeps its history', async ({
	browser,
}) => {
	const contexts = await Promise.all(
		['anna', 'tessa'].map((persona) => signedIn(browser, tenants.heerenveen, persona)),
	);
	const [anna, tessa] = await Promise.all(contexts.map((context) => context.newPage()));
	if (!anna || !tessa) throw new Error('two pages');
	await anna.goto('/staf/mensen?zoek=Berhe');
	const file = await anna.locator('table a[href^="/staf/mensen/"]').first().getAttribute('href');
	await anna.goto(`${file}`);
	await expect(anna.getByText('25 januari 2027')).toHaveCount(0);
	await tessa.goto(`${file}/gegevens`);

	await anna.getByRole('link', { name: 'Gegevens wijzigen' }).click();
	await expect(anna.locator('[name=bsn]')).toHaveCount(0);
	await expect(anna.locator('[name=givenName]')).toHaveValue('Yonas');
	await anna.locator('[name=inAzc]').uncheck();
	await anna.locator('[name=brpRegisteredOn]').fill('2026-11-16');
	await anna.locator('[name=firstDagtekeningOn]').fill('2026-10-05');
	await anna.getByRole('button', { name: 'Opslaan' }).click();
	await expect(anna.getByText('Dit plan moet van voor de verhuizing zijn.')).toBeVisible();
	await expect(anna.locator('[name=brpRegisteredOn]')).toHaveValue('2026-11-16');
	await anna.locator('[name=firstDagtekeningOn]').fill('');
	await anna.getByRole('button', { name: 'Opslaan' }).click();
	await expect(anna).toHaveURL(/\?gewijzigd$/);
	await expect(anna.getByText('De gegevens zijn gewijzigd.')).toBeVisible();
	const clocks = anna.locator('section[aria-labelledby=clocks]');
	await expect(clocks).toContainText('maandag 25 januari 2027');
	await expect(clocks).toContainText('B 5.3(1)');

	await tessa.locator('[name=phone]').fill('06-00000007');
	await tessa.getByRole('button', { name: 'Opslaan' }).click();
	await expect(
		tessa.getByText('Iemand anders heeft de gegevens intussen veranderd.'),
	).toBeVisible();
	await expect(tessa.locator('[role=alert]')).toContainText('06-00000007');
	await expect(tessa.locator('[name=brpRegisteredOn]')).toHaveValue('2026-11-16');
	await tessa.locator('[name=phone]').fill('06-00000007');
	await tessa.locator('[name=groepDetail]').selectOption('nareiziger');
	await tessa.getByRole('button', { name: 'Opslaan' }).click();
	await expect(tessa.locator('#groepReason-problem')).toBeVisible();
	await tessa.locator('[name=groepChangedOn]').fill('2026-11-20');
	await tessa.locator('[name=groepReason]').selectOption('correction');
	await tessa.getByRole('button', { name: 'Opslaan' }).click();
	const history = tessa.locator('section[aria-labelledby=groep-history]');
	await expect(history).toContainText('vrijdag 20 november 2026');
	await expect(history).toContainText('Nareiziger');
	await expect(tessa.locator('section[aria-labelledby=facts]')).toContainText('06-00000007');
	for (const context of contexts) await context.close();
});
