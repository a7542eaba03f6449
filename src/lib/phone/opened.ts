import { now } from './clock.ts';
import { forgetSettings, setSettings, setting } from './database.ts';
import { ownKey, takeKeys, wipeWhenOld } from './keys.ts';
import { wipeOwn } from './own-cache.ts';
import { flush } from './outbox.ts';
import { keepShellIn } from './shell.ts';
import { takeCopies } from './taking.ts';

/** What a page says of itself when it was opened. */
interface PageOpened {
	/** The tag of who is signed in; null where nobody is. */
	readonly owner: string | null;
	readonly mode: 'own' | 'shared' | 'unasked' | null;
	/** In which language it speaks. */
	readonly language: string;
	/** Whether the person asked the browser to use little data. */
	readonly saveData: boolean;
	/** Whether it is a kept copy, since there was no connection. */
	readonly isKept: boolean;
}

/** So long keys are taken to be right, in ms. */
const fresh = 12 * 3600 * 1000;

/** After a page came from the server: whose phone this is, what to keep of theirs, and what waits to be sent. */
export async function pageOpened(page: PageOpened): Promise<void> {
	const { owner, mode, language, saveData, isKept } = page;
	await wipeWhenOld();
	if (isKept) return;
	await keepShellIn(language);
	if (owner === null) return;
	if (await isChanged(owner, mode)) await takeKeys();
	if ((await setting('owner')) !== owner) return;
	await setSettings({ lastClock: Math.max(now(), (await setting('lastClock')) ?? 0) });
	await flush('start');
	if ((await setting('mode')) === 'own') await takeCopies(owner, saveData);
}

async function isChanged(owner: string, mode: PageOpened['mode']): Promise<boolean> {
	const [knownOwner, knownMode, at] = await Promise.all([
		setting('owner'),
		setting('mode'),
		setting('signedInAt'),
	]);
	// Whoever signs in next sees nothing of who was here before, also when the keys cannot be had just now.
	if (knownOwner !== undefined && knownOwner !== owner) {
		await wipeOwn();
		await forgetSettings('owner', 'mode', 'seal', 'signedInAt');
	}
	const isSame = knownOwner === owner && (knownMode === 'own') === (mode === 'own');
	const isWiped = mode === 'own' && (await ownKey()) === null;
	return !isSame || isWiped || now() - (at ?? 0) > fresh;
}
