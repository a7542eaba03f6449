import { setSettings, setting } from './database.ts';
import { wipeOwn } from './keys.ts';
import { flush } from './outbox.ts';
import { noConnection } from './shell.ts';

/** So long what waits may take to be sent before somebody is signed out, in ms. */
const patience = 3000;

/**
 * Sends what waits, signs out, and removes everything that can be read on this phone. Without a connection the last is
 * done all the same; the server is told at the next page. Who leaves in a hurry (a beacon, no page) waits for nothing.
 */
export async function signOut(request: Request): Promise<Response> {
	if (request.mode === 'navigate') await Promise.race([flush('sign-out'), pause(patience)]);
	const answer = await fetch(request).catch(() => null);
	await wipeOwn();
	await setSettings({ mode: 'shared', endSession: answer === null }).catch(() => undefined);
	return answer ?? noConnection('signed-out');
}

/** Tells the server that somebody signed out while there was no connection; gives whether there was such a one. */
export async function endSession(): Promise<boolean> {
	if (!(await setting('endSession'))) return false;
	const told = await fetch('/uitloggen', { method: 'POST', body: new FormData() }).catch(
		() => null,
	);
	if (told) await setSettings({ endSession: false });
	return true;
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
