import type { JSHandle, Page } from '@playwright/test';
import { type KeyboardWatch, watchKeyboard } from './keyboard-watch.ts';

/**
 * Walks over the page that is open with the Tab key, opens what can be opened on the way, and says what somebody without
 * a mouse would stumble on: what cannot be reached, comes out of order, keeps the focus, or does not show it (WCAG 2.2,
 * 2.1.1, 2.1.2, 2.4.1, 2.4.3, 2.4.7, 2.4.11). Expects that nothing has the focus yet.
 */
export async function stumblesByKeyboard(page: Page): Promise<string[]> {
	const watch = await page.evaluateHandle(watchKeyboard);
	const told = await watch.evaluate((each) => each.atFirst());
	told.push(...(await walk(page, watch)));
	told.push(...(await skip(page, watch)));
	await watch.dispose();
	return told;
}

async function walk(page: Page, watch: JSHandle<KeyboardWatch>): Promise<string[]> {
	const told: string[] = [];
	for (let stop = 1; ; stop++) {
		await page.keyboard.press('Tab');
		const seen = await watch.evaluate((each) => each.look());
		told.push(...seen.told);
		if (seen.isTrap) return told;
		if (seen.isEnd) break;
		if (seen.isClosed) {
			await page.keyboard.press('Enter');
			const opened = await watch.evaluate((each) => each.isOpen());
			if (!opened) told.push(`Enter opens nothing: ${seen.name}`);
		}
		if (stop === 3) {
			await page.keyboard.press('Shift+Tab');
			const back = await watch.evaluate((each) => each.name());
			if (back === seen.name) told.push(`no way back from ${seen.name}`);
			await page.keyboard.press('Tab');
		}
	}
	return [...told, ...(await watch.evaluate((each) => each.missed()))];
}

/** The link past the head, which is the first stop of every page. */
async function skip(page: Page, watch: JSHandle<KeyboardWatch>): Promise<string[]> {
	await watch.evaluate((each) => each.toSkipLink());
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	return watch.evaluate((each) => each.afterSkipping());
}
