import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { webm } from '../../src/lib/server/recordings/test-sounds.ts';
import { complaints } from '../browser/inspection.ts';
import { publishAfterTalk } from '../browser/talk.ts';
import { signedIn, tenants } from '../browser/world.ts';

const address = tenants.heerenveen;
const own = 'U gaat elke dinsdag naar het taalcafé.';
const changed = 'U gaat elke woensdag naar het taalcafé.';
const reason = 'Het taalcafé is nieuw.';
const arabic = { own: 'تذهب كل يوم ثلاثاء إلى مقهى اللغة.', reason: 'مقهى اللغة جديد.' };

/** A microphone that makes a tone, in a browser that is not asked whether it may. */
async function withMicrophone(work: (browser: Browser) => Promise<void>) {
	const { launchOptions = {} } = test.info().project.use;
	const browser = await chromium.launch({
		...launchOptions,
		args: [
			...(launchOptions.args ?? []),
			'--use-fake-device-for-media-stream',
			'--use-fake-ui-for-media-stream',
		],
	});
	try {
		await work(browser);
	} finally {
		await browser.close();
	}
}

test('interpreter, second reader, klantmanager, and the person who hears it and asks', async ({
	browser,
}) => {
	const desk = await signedIn(browser, address, 'anna');
	const staff = await desk.newPage();
	const file = await fileOf(staff, 'kassem');
	await writeOwnWords(staff, file, own, reason);
	await staff.goto(`${file}/plan/voorbeeld`);
	await expect(staff.getByText('Eigen woorden staan er alleen in het Nederlands.')).toHaveCount(2);
	await staff.goto('/staf/werkvoorraad');
	const waits = staff.locator('#vertalingen tr', { hasText: 'Kassem' });
	await expect(waits).toContainText('vertaling nodig: 2');
	const link = await makeLink(staff, file, 'Vertalen', 'Tolk Een');

	await withMicrophone(async (spoken) => {
		const phone = await spoken.newContext({ viewport: { width: 360, height: 740 } });
		const page = await phone.newPage();
		const heard = complaints(page);
		const first = await page.goto(link);
		expect(first?.headers()).toMatchObject({
			'x-robots-tag': 'noindex, nofollow',
			'permissions-policy': 'geolocation=(), microphone=(self), camera=()',
			'cache-control': 'private, no-store',
		});
		await expect(page.getByText(own)).toHaveCount(0);
		await page.getByRole('button', { name: 'Beginnen' }).click();
		for (const words of [own, reason] as const) {
			const card = page.locator('form.card', { hasText: words });
			await card.locator('[name=text]').fill(words === own ? arabic.own : arabic.reason);
			await card.locator('[name=back]').fill(words);
			await card.getByRole('button', { name: 'Opname starten' }).click();
			await expect(card.getByText('De opname loopt.')).toBeVisible();
			await page.waitForTimeout(700);
			await card.getByRole('button', { name: 'Opname stoppen' }).click();
			await expect(card.getByText('De opname is klaar.', { exact: false })).toBeVisible();
			await card.getByRole('button', { name: 'Tekst bewaren' }).click();
			await expect(card.getByText('Bewaard.')).toBeVisible();
			await expect(card.getByText('Er is een opname van deze vertaling.')).toBeVisible();
		}
		await plays(page);

		const forwarded = await spoken.newContext();
		expect((await (await forwarded.newPage()).goto(link))?.status()).toBe(404);
		await forwarded.close();

		await page.getByRole('button', { name: 'Alles versturen' }).click();
		await expect(page.getByText('Verstuurd. Dank u wel.')).toBeVisible();
		expect(heard).toEqual([]);
		await phone.close();
	});

	await staff.goto('/staf/werkvoorraad');
	await expect(waits).toContainText('tweede lezer nodig: 2');
	await staff.goto(`${file}/vertalingen`);
	await expect(staff.getByRole('button', { name: 'Vertaling goedkeuren' })).toHaveCount(0);
	await readBySecond(browser, await makeLink(staff, file, 'Nalezen als tweede lezer', 'Tolk Twee'));

	await staff.goto('/staf/werkvoorraad');
	await expect(waits).toContainText('vertaling gecontroleerd: goedkeuren: 2');
	await waits.getByRole('link').click();
	for (const left of [1, 0]) {
		await staff.getByRole('button', { name: 'Vertaling goedkeuren' }).first().click();
		await expect(staff.getByRole('button', { name: 'Vertaling goedkeuren' })).toHaveCount(left);
	}
	await publishAfterTalk(staff, file, 'Kassem');
	await staff.goto('/staf/werkvoorraad');
	await expect(waits).toHaveCount(0);

	const pocket = await signedIn(browser, address, 'hala');
	const page = await pocket.newPage();
	await page.goto('/plan');
	const agreement = page.locator('.agreement', { hasText: own }).last();
	await expect(agreement.locator('[lang=ar][dir=rtl]').first()).toContainText(arabic.own);
	await expect(agreement).not.toContainText('vertaling volgt');
	await expect(page.getByText(arabic.reason).first()).toBeVisible();
	await plays(page);
	await agreement.getByRole('button', { name: 'Ik begrijp het niet' }).click();
	await staff.goto('/staf/werkvoorraad');
	await expect(staff.locator('#gesprekken tr', { hasText: own })).toContainText('Niet begrepen');

	await rewritten(staff, file);
	await page.reload();
	await expect(page.getByText(arabic.own).first()).toBeVisible();
	await publish(staff, file);
	await page.reload();
	const now = page.locator('.agreement', { hasText: changed }).last();
	await expect(now).toContainText('vertaling volgt');
	await expect(now).not.toContainText(arabic.own);
	for (const context of [desk, pocket]) await context.close();
});

test('a translator without JavaScript sends a file; the link is revoked, the approval withdrawn', async ({
	browser,
}) => {
	const desk = await signedIn(browser, address, 'anna', { javaScriptEnabled: false });
	const staff = await desk.newPage();
	const file = await fileOf(staff, 'warsame');
	await writeOwnWords(staff, file, own, reason);
	await staff.goto(`${file}/vertalingen`);
	const card = staff.locator('section.card', { hasText: own });
	await card.locator('summary').click();
	await card.locator('[name=text]').fill('Mashiin.');
	await card.getByRole('button', { name: 'Machinevertaling bewaren' }).click();
	await expect(card).toContainText('machinevertaling');
	const link = await makeLink(staff, file, 'Vertalen', 'Tolk Een');

	const pocket = await browser.newContext({ javaScriptEnabled: false });
	const page = await pocket.newPage();
	await page.goto(link);
	await page.getByRole('button', { name: 'Beginnen' }).click();
	const words = page.locator('form.card', { hasText: own });
	await expect(words.locator('[name=text]')).toHaveValue('Mashiin.');
	await expect(words.getByRole('button', { name: 'Opname starten' })).toBeHidden();
	await words.locator('[name=text]').fill('Talaado kasta waxaad tagtaa makhaayadda luqadda.');
	const chosen = { name: 'x.webm', mimeType: 'audio/webm' };
	const script = Buffer.from('<script>alert(1)</script>');
	await words.locator('[name=recording]').setInputFiles({ ...chosen, buffer: script });
	await words.getByRole('button', { name: 'Tekst bewaren' }).click();
	await expect(words.getByText('Dit is geen opname', { exact: false })).toBeVisible();
	await expect(words.locator('[name=text]')).toHaveValue(/^Talaado/);
	await words.locator('[name=recording]').setInputFiles({ ...chosen, buffer: webm });
	await words.getByRole('button', { name: 'Tekst bewaren' }).click();
	await expect(words.getByText('Er is een opname van deze vertaling.')).toBeVisible();
	await page.getByRole('button', { name: 'Alles versturen' }).click();
	await expect(page.getByText('Verstuurd. Dank u wel.')).toBeVisible();

	await readBySecond(browser, await makeLink(staff, file, 'Nalezen als tweede lezer', 'Tolk Twee'));
	await staff.goto(`${file}/vertalingen`);
	await card.getByRole('button', { name: 'Vertaling goedkeuren' }).click();
	await card.getByRole('button', { name: 'Goedkeuring intrekken' }).click();
	await expect(card.getByRole('button', { name: 'Vertaling goedkeuren' })).toBeVisible();

	const unused = await makeLink(staff, file, 'Vertalen', 'Tolk Drie');
	await staff.getByRole('button', { name: 'Link intrekken: Tolk Drie' }).click();
	expect((await page.goto(unused))?.status()).toBe(404);
	await expect(page.getByText('Deze link werkt niet')).toBeVisible();
	for (const context of [desk, pocket]) await context.close();
});

async function fileOf(staff: Page, familyName: string): Promise<string> {
	await staff.goto(`/staf/mensen?zoek=${familyName}`);
	const href = await staff.locator('a[href^="/staf/mensen/"]').last().getAttribute('href');
	return new URL(href ?? '', address).pathname;
}

async function writeOwnWords(staff: Page, file: string, words: string, why: string) {
	await staff.goto(`${file}/plan`);
	await staff.locator('[name=changeReason]').fill(why);
	await staff.locator('[name=ownParty]').selectOption('you');
	await staff.locator('[name=ownWords]').fill(words);
	await staff.locator('button[formaction="?/own"]').click();
	await expect(staff.locator('li.agreement', { hasText: words })).toContainText('vertaling volgt');
}

async function makeLink(staff: Page, file: string, role: string, who: string): Promise<string> {
	await staff.goto(`${file}/vertalingen`);
	await staff.getByLabel(role, { exact: true }).check();
	await staff.getByLabel('Naam van de vertaler of lezer').fill(who);
	await staff.getByRole('button', { name: 'Link maken' }).click();
	const link = await staff.getByLabel('Adres van de link').inputValue();
	expect(link).toMatch(/\/vertalen\/[\w-]{43}$/);
	return link;
}

/** Finds the first wrong and then right after all, and every other right; says to be ready. */
async function readBySecond(browser: Browser, link: string) {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
	const page = await context.newPage();
	await page.goto(link);
	await page.getByRole('button', { name: 'Beginnen' }).click();
	await plays(page);
	await page.getByRole('button', { name: 'De vertaling klopt niet' }).first().click();
	await expect(page.getByText('Vul dit in.')).toBeVisible();
	await page.getByLabel('Wat klopt er niet?').first().fill('Het is een andere dag.');
	await page.getByRole('button', { name: 'De vertaling klopt niet' }).first().click();
	await expect(page.getByText('Het is een andere dag.')).toBeVisible();
	const right = page.locator('button[name=verdict][value=fits]');
	for (let left = await right.count(); left > 0; left -= 1) {
		await right.first().click();
		await expect(right).toHaveCount(left - 1);
	}
	await page.getByRole('button', { name: 'Ik ben klaar' }).click();
	await expect(page.getByText('Verstuurd. Dank u wel.')).toBeVisible();
	await context.close();
}

/** The first recording of the page can be played, and asked for in parts as an iPhone does. */
async function plays(page: Page) {
	const sound = page.locator('audio[src]').first();
	const source = await sound.getAttribute('src');
	const part = await page.request.get(new URL(source ?? '', address).href, {
		headers: { range: 'bytes=0-1' },
	});
	expect([part.status(), part.headers()['content-range']?.slice(0, 10)]).toEqual([
		206,
		'bytes 0-1/',
	]);
	const length = await sound.evaluate(async (audio: HTMLAudioElement) => {
		audio.muted = true;
		await audio.play();
		return audio.currentTime >= 0 && !audio.error;
	});
	expect(length).toBe(true);
}

async function publish(staff: Page, file: string) {
	await staff.goto(`${file}/plan/voorbeeld`);
	await staff.getByRole('link', { name: 'Publiceer nu' }).click();
	await staff.getByLabel('De brief gaat vandaag op de post').check();
	await staff.getByRole('button', { name: 'Vaststellen en verzenden' }).click();
	await expect(staff).toHaveURL(/\/staf\/mensen\/[\w-]{22}\?/);
}

/** Changes the words in the draft: everywhere staff look, the old translation fits no longer. */
async function rewritten(staff: Page, file: string) {
	await staff.goto(`${file}/plan`);
	const row = staff.locator('li.agreement', { hasText: own });
	await expect(row).toContainText('vertaling goedgekeurd');
	await row.locator('summary').click();
	await row.locator('textarea').fill(changed);
	await row.locator('button[formaction="?/rewrite"]').click();
	const stale = 'de oude vertaling past niet meer';
	await expect(staff.locator('li.agreement', { hasText: changed })).toContainText(stale);
	await staff.locator('[name=changeReason]').fill('De dag is anders.');
	await staff.locator('form[action="?/save"] button:not([formaction])').first().click();
	await staff.goto(`${file}/plan/voorbeeld`);
	await expect(staff.locator('#wijzigingen').getByText(stale, { exact: false })).toBeVisible();
	await staff.goto(`${file}/vertalingen`);
	const card = staff.locator('section.card', { hasText: changed });
	await expect(card).toContainText(stale);
	await expect(card).toContainText(arabic.own);
	await staff.goto('/staf/werkvoorraad');
	const waits = staff.locator('#vertalingen tr', { hasText: 'Kassem' });
	await expect(waits).toContainText('vertaling nodig: 2');
}
