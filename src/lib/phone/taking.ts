import { find, keep } from './copies.ts';
import { now } from './clock.ts';
import { isRevoked, ownKey } from './keys.ts';
import { pageCache, wipeOwn } from './own-cache.ts';
import { firstPages, isKept, isOfOwner, soonIn } from './pages.ts';

const day = 24 * 3600 * 1000;

/** So long what was taken counts as new, in ms. */
const pause = 30 * 60 * 1000;

/** How many pages go beyond the first ones where data is to be saved. */
const sparing = 5;

let last: { readonly owner: string; readonly at: number } | undefined;

/**
 * Takes copies of the pages that one wants to read without a connection. A page that did not change since is not sent
 * again, and where data is to be saved only the first few are asked for.
 */
export async function takeCopies(owner: string, saveData: boolean): Promise<void> {
	if ((await ownKey()) === null) return;
	const isWiped = !(await caches.has(pageCache));
	if (last?.owner === owner && now() - last.at < pause && !isWiped) return;
	last = { owner, at: now() };
	if (!(await takeAll(owner, saveData))) last = undefined;
}

/** Whether all of it could be asked for. */
async function takeAll(owner: string, saveData: boolean): Promise<boolean> {
	for (const path of saveData ? firstPages.slice(0, sparing) : firstPages) {
		if (!(await take(path, owner))) return false;
	}
	const agenda = saveData ? null : await find('/agenda');
	if (!agenda) return true;
	const until = new Date(now() + 14 * day).toISOString().slice(0, 10);
	for (const path of soonIn(new TextDecoder().decode(agenda.body), until)) {
		if (!(await take(path, owner))) return false;
	}
	return true;
}

/** Whether to go on: not without a connection, nor when the answer is no longer for this person. */
async function take(path: string, owner: string): Promise<boolean> {
	if (!isKept(path)) return true;
	const etag = (await find(path))?.headers['etag'];
	const asked = { 'x-copy': 'page', ...(etag === undefined ? {} : { 'if-none-match': etag }) };
	const how = { headers: asked, cache: 'no-store', redirect: 'manual' } as const;
	const answer = await fetch(path, how).catch(() => null);
	if (answer === null) return false;
	if (isRevoked(answer)) {
		await wipeOwn();
		return false;
	}
	if (answer.status === 304 || answer.status === 404) return true;
	if (answer.status !== 200) return false;
	const html = await answer.clone().text();
	if (!isOfOwner(html, owner)) return false;
	await keep(path, answer, now());
	return true;
}
