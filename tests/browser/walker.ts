import type { Page } from '@playwright/test';

/**
 * Walks over every visible text of the page and says what a reader would stumble on: letters of a script that the
 * nearest `lang` does not have, a direction that is not the language's, a gap that was not filled, a digit that is
 * not Latin, a letter for which no font has a shape.
 */
export async function stumbles(page: Page): Promise<string[]> {
	const shaped = shapedIn.get(page) ?? [];
	const { found, fresh } = await page.evaluate((known) => {
		const scripts = {
			Arab: /\p{Script=Arabic}/u,
			Ethi: /\p{Script=Ethiopic}/u,
			Latn: /\p{Script=Latin}/u,
		};
		const own: Record<string, keyof typeof scripts> = {
			ar: 'Arab',
			fa: 'Arab',
			'fa-AF': 'Arab',
			ti: 'Ethi',
		};
		const found: string[] = [];
		const letters = new Map<string, string>();
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const text = node.textContent?.trim() ?? '';
			const parent = node.parentElement;
			if (text === '' || !parent || parent.closest('script,style') || !parent.checkVisibility())
				continue;
			const language = parent.closest('[lang]')?.getAttribute('lang') ?? '';
			const script = own[language] ?? 'Latn';
			const say = (what: string) => found.push(`${what} in lang=${language}: ${text.slice(0, 60)}`);
			for (const [name, pattern] of Object.entries(scripts)) {
				if (name !== script && pattern.test(text)) say(`${name} letters`);
			}
			const { direction, fontFamily } = getComputedStyle(parent);
			const isRtl = script === 'Arab' && scripts.Arab.test(text);
			const isLtr = script !== 'Arab' && scripts[script].test(text);
			if ((isRtl && direction !== 'rtl') || (isLtr && direction !== 'ltr'))
				say(`direction ${direction}`);
			if (/undefined|NaN|\[object|\{\w+\}/.test(text)) say('unfilled gap');
			if (/[\u0660-\u0669\u06F0-\u06F9\u1369-\u137C]/.test(text)) say('digits');
			for (const letter of text) if (/\p{L}/u.test(letter)) letters.set(letter, fontFamily);
		}
		const shapeless = new Map<string, string>();
		const fresh: string[] = [];
		for (const [letter, family] of letters) {
			const asked = `${letter} ${family}`;
			if (known.includes(asked)) continue;
			const none = shapeless.get(family) ?? drawn('\u{10FFFD}', family);
			shapeless.set(family, none);
			if (drawn(letter, family) === none) found.push(`no shape for ${letter}`);
			else fresh.push(asked);
		}
		return { found, fresh };

		function drawn(letter: string, family: string): string {
			const canvas = document.createElement('canvas');
			canvas.width = canvas.height = 40;
			const context = canvas.getContext('2d', { willReadFrequently: true });
			if (!context) throw new Error('no canvas');
			context.font = `24px ${family}`;
			context.fillText(letter, 6, 30);
			return context.getImageData(0, 0, 40, 40).data.join();
		}
	}, shaped);
	shapedIn.set(page, [...shaped, ...fresh]);
	return found;
}

/** Letters with their fonts that were seen to have a shape: a page is walked in one browser with the same fonts. */
const shapedIn = new WeakMap<Page, readonly string[]>();

/** How far the page reaches beyond a screen of 320 px at twice the text size; 0 when it fits (WCAG 2.2, 1.4.10). */
export async function overflow(page: Page): Promise<number> {
	const before = page.viewportSize() ?? { width: 360, height: 740 };
	await page.setViewportSize({ width: 320, height: 640 });
	await page.evaluate(() => (document.documentElement.style.fontSize = '212.5%'));
	const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	await page.evaluate(() => (document.documentElement.style.fontSize = ''));
	await page.setViewportSize(before);
	return beyond;
}
