import { forgetSettings, setSettings, setting } from './database.ts';
import { fromHtml, keepAssets, trimAssets } from './assets.ts';

/**
 * Pages that open without a connection, on a shared phone too: nothing in them is about anybody. They are kept in the
 * language that is read on this phone.
 */
export const shellPages = ['/zonder-verbinding', '/uren-zonder-verbinding', '/wachtrij'] as const;

const cache = 'shell-1';

/**
 * Fetches the pages, with the styles and scripts that they name. What does not come now, on a bad connection, is passed over
 * and fetched again when a page is opened.
 */
export async function keepShell(): Promise<void> {
	const languages = await Promise.all(shellPages.map(keepOne));
	const [language] = languages;
	const isWhole = languages.every((found) => found !== null);
	const told = isWhole && language ? setSettings({ language }) : forgetSettings('language');
	await told.catch(() => undefined);
}

/** Fetches the pages again when another language is read here than they were kept in. */
export async function keepShellIn(language: string): Promise<void> {
	if ((await setting('language')) === language) return;
	await keepShell();
}

/** Removes the oldest styles and scripts on this phone, but none that these pages name. */
export async function trimShell(): Promise<void> {
	const pages = await Promise.all(shellPages.map(shellPage));
	const htmls = await Promise.all(pages.map(async (page) => (await page?.text()) ?? ''));
	await trimAssets(new Set(htmls.flatMap(fromHtml)));
}

/** Such a page, as it was kept. */
export async function shellPage(path: string): Promise<Response | undefined> {
	return (await caches.open(cache)).match(path);
}

/** The page that says that there is no connection, with what happened marked on it. */
export async function noConnection(mark?: 'signed-out' | 'not-sent'): Promise<Response> {
	const page = await shellPage(shellPages[0]);
	if (!page) return Response.error();
	return mark === undefined ? page : marked(page, `data-${mark}`);
}

/** The page with a mark on its first element, which its style sheet looks at. */
export async function marked(page: Response, mark: string): Promise<Response> {
	const html = await page.text();
	const { status, headers } = page;
	return new Response(html.replace('<html ', `<html ${mark} `), { status, headers });
}

/** Gives the language that the page came in; null where it did not come with all that it names: the one before stays. */
async function keepOne(path: string): Promise<string | null> {
	const asked = { headers: { 'x-copy': 'shell' }, cache: 'no-store' } as const;
	const answer = await fetch(path, asked).catch(() => null);
	if (!answer?.ok || answer.redirected) return null;
	const html = await answer.clone().text();
	if (!(await keepAssets(fromHtml(html)))) return null;
	await (await caches.open(cache)).put(path, answer);
	return /<html lang="([\w-]+)"/.exec(html)?.[1] ?? null;
}
