import { setSettings, setting } from './database.ts';
import { wipeOwn } from './own-cache.ts';
import { flush } from './outbox.ts';
import { noConnection } from './shell.ts';

/** So long what waits may take to be sent before somebody is signed out, in ms. */
const patience = 3000;

/** So long the server may take to be told of it before a page says that there is no connection, in ms. */
const tellingTakes = 8000;

/**
 * Sends what waits, signs out, and removes everything that can be read on this phone. Without a connection the last is
 * done all the same; the server is told at the next page. Who leaves in a hurry (a beacon, no page) waits for nothing.
 */
export async function signOut(request: Request): Promise<Response> {
	if (request.mode === 'navigate') await Promise.race([flush('sign-out'), pause(patience)]);
	// First what is here: the browser may end this at any moment, and a bad connection takes its time.
	await wipe(true);
	const answer = await fetch(request).catch(() => null);
	const isTold = isHeard(answer);
	// A page that was just opened may have fetched the key once more.
	await wipe(!isTold);
	return isTold ? answer : noConnection('signed-out');
}

/**
 * Tells the server that somebody signed out while there was no connection, where that is so. As long as it is `untold`,
 * every page that the server gives may be one of theirs.
 */
export async function endSession(): Promise<'none' | 'told' | 'untold'> {
	if (!(await setting('endSession'))) return 'none';
	const asked = fetch('/uitloggen', { method: 'POST', body: new FormData() }).catch(() => null);
	const isTold = isHeard(await Promise.race([asked, pause(tellingTakes)]));
	if (isTold) await setSettings({ endSession: false }).catch(() => undefined);
	return isTold ? 'told' : 'untold';
}

async function wipe(endSession: boolean): Promise<void> {
	await wipeOwn();
	await setSettings({ mode: 'shared', endSession }).catch(() => undefined);
}

/** Whether it is the portal that answers, and not what stands before it while it is not there. */
function isHeard(answer: unknown): answer is Response {
	return answer instanceof Response && answer.status < 500;
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
