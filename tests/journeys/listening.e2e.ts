import { expect, type Page, test } from '@playwright/test';
import { webm } from '../../src/lib/server/recordings/test-sounds.ts';
import { signedIn, tenants } from '../browser/world.ts';

interface Voice {
	readonly lang: string;
	readonly localService: boolean;
}

/** A phone with these voices, which come late, as they do; what it says is kept on `window.said`. */
async function withVoices(page: Page, voices: readonly Voice[]) {
	await page.addInitScript((list: readonly Voice[]) => {
		const said: { text: string; lang: string }[] = [];
		const speech = new EventTarget();
		let present: readonly Voice[] = [];
		let speaking: { onend: ((event: Event) => void) | null } | null = null;
		const end = () => {
			const ended = speaking;
			speaking = null;
			ended?.onend?.(new Event('end'));
		};
		Object.assign(speech, {
			getVoices: () => present,
			speak(words: { text: string; lang: string; onend: ((event: Event) => void) | null }) {
				said.push({ text: words.text, lang: words.lang });
				speaking = words;
			},
			cancel: end,
		});
		class Words {
			voice: Voice | null = null;
			lang = '';
			onend: ((event: Event) => void) | null = null;
			onerror: ((event: Event) => void) | null = null;
			text: string;
			constructor(text: string) {
				this.text = text;
			}
		}
		Object.defineProperty(window, 'speechSynthesis', { value: speech });
		Object.assign(window, { SpeechSynthesisUtterance: Words, said, endSpeech: end });
		addEventListener('load', () => {
			present = list;
			speech.dispatchEvent(new Event('voiceschanged'));
		});
	}, voices);
}

function said(page: Page): Promise<readonly { text: string; lang: string }[]> {
	return page.evaluate(() => Reflect.get(window, 'said') as { text: string; lang: string }[]);
}

test('a voice of the phone reads a block in its language; one block at a time, and a second tap stops', async ({
	browser,
}) => {
	const pocket = await signedIn(browser, tenants.heerenveen, 'amina');
	const page = await pocket.newPage();
	await withVoices(page, [
		{ lang: 'ar_SA', localService: true },
		{ lang: 'nl-NL', localService: true },
	]);
	await page.goto('/plan');
	const blocks = page.locator('.agreement .stack', { has: page.locator('.listen') });
	const first = blocks.nth(0).locator('.listen button');
	const second = blocks.nth(1).locator('.listen button');
	await expect(first).toHaveCount(2);
	await expect(first.nth(0)).toHaveText('استمع');
	await first.nth(0).click();
	await expect(first.nth(0)).toHaveAttribute('aria-pressed', 'true');
	const own = await blocks.nth(0).locator('.own').first().textContent();
	expect(await said(page)).toEqual([{ text: own, lang: 'ar_SA' }]);

	await second.nth(1).click();
	await expect(first.nth(0)).toHaveAttribute('aria-pressed', 'false');
	await expect(second.nth(1)).toHaveAttribute('aria-pressed', 'true');
	expect((await said(page))[1]).toEqual({
		text: await blocks.nth(1).locator('.dutch').first().textContent(),
		lang: 'nl-NL',
	});
	await second.nth(1).click();
	await expect(page.locator('.listen [aria-pressed=true]')).toHaveCount(0);
	expect(await said(page)).toHaveLength(2);

	await second.nth(1).click();
	await page.evaluate(() => (Reflect.get(window, 'endSpeech') as () => void)());
	await expect(page.locator('.listen [aria-pressed=true]')).toHaveCount(0);
	await pocket.close();
});

test('a voice that is not of the phone is no voice, and where there is none there is no button', async ({
	browser,
}) => {
	const pocket = await signedIn(browser, tenants.heerenveen, 'amina');
	for (const path of ['/plan', '/vandaag', '/woorden/huur']) {
		const networked = await pocket.newPage();
		await withVoices(networked, [
			{ lang: 'ar-SA', localService: false },
			{ lang: 'nl-NL', localService: true },
			{ lang: 'nl-BE', localService: false },
		]);
		await networked.goto(path);
		const shown = networked.locator('.listen button:visible');
		await expect(shown.first()).toHaveText('Luister');
		await expect(networked.locator('.listen button:visible[lang=ar]')).toHaveCount(0);
		const silent = await pocket.newPage();
		await withVoices(silent, []);
		await silent.goto(path);
		await expect(silent.locator('.listen button').first()).toBeAttached();
		await expect(silent.locator('.listen button:visible')).toHaveCount(0);
		await expect(silent.locator('.listen').first()).toBeHidden();
	}
	const written = await signedIn(browser, tenants.heerenveen, 'amina', {
		javaScriptEnabled: false,
	});
	const page = await written.newPage();
	await page.goto('/plan');
	await expect(page.locator('.listen button:visible')).toHaveCount(0);
	await written.close();
	await pocket.close();
});

test('what the klantmanager speaks is heard with the plan, by that person alone', async ({
	browser,
}) => {
	const desk = await signedIn(browser, tenants.heerenveen, 'anna', { javaScriptEnabled: false });
	const staff = await desk.newPage();
	await staff.goto('/staf/mensen?zoek=haddad');
	await staff.getByRole('link', { name: 'Haddad' }).first().click();
	await staff.goto(`${new URL(staff.url()).pathname}/plan/inspreken`);
	await staff.getByRole('link', { name: 'Arabisch' }).click();
	const card = staff.locator('section.card', { has: staff.locator('input[type=file]') }).first();
	const words = await card.locator('.words').innerText();
	await card.getByRole('button', { name: 'Opname bewaren' }).click();
	await expect(card.locator('.problem, .field-wrong').first()).toBeVisible();
	const file = { name: 'stem.webm', mimeType: 'audio/webm', buffer: webm };
	await card.locator('input[type=file]').setInputFiles(file);
	await card.getByRole('button', { name: 'Opname bewaren' }).click();
	await expect(staff.getByText('De opname is bewaard.')).toBeVisible();
	await desk.close();

	const pocket = await signedIn(browser, tenants.heerenveen, 'amina');
	const page = await pocket.newPage();
	await withVoices(page, []);
	await page.goto('/plan');
	const block = page.locator('.agreement .stack', {
		has: page.locator('.own', { hasText: words }),
	});
	const button = block.first().locator('.listen button:visible');
	await expect(button).toHaveText('استمع');
	const sound = page.waitForResponse(/\/opname\//);
	await button.click();
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	expect((await sound).status()).toBeLessThan(300);
	await expect(button).toHaveAttribute('aria-pressed', 'false', { timeout: 10_000 });
	expect(await said(page)).toEqual([]);

	const written = await signedIn(browser, tenants.heerenveen, 'amina', {
		javaScriptEnabled: false,
	});
	const plain = await written.newPage();
	await plain.goto('/plan');
	const control = plain.locator('.listen audio').first();
	await expect(control).toBeVisible();
	const address = (await control.getAttribute('src')) ?? '';
	expect((await plain.request.get(address)).status()).toBe(200);
	const other = await signedIn(browser, tenants.heerenveen, 'selam');
	expect((await other.request.get(address)).status()).toBe(404);
	await other.close();
	await written.close();
	await pocket.close();
});
