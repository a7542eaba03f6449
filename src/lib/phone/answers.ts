import { matchPrecache } from 'workbox-precaching';
import { keptAsset } from './assets.ts';
import { asResponse, find, keep } from './copies.ts';
import { now } from './clock.ts';
import { setting } from './database.ts';
import { isRevoked } from './keys.ts';
import { wipeOwn } from './own-cache.ts';
import { keepFailedForm, keepShared } from './outbox.ts';
import { staysOpen } from './not-sent.ts';
import { isKept, isOfOwner } from './pages.ts';
import type { FetchEvent } from './scope.ts';
import { marked, noConnection, shellPage } from './shell.ts';
import { endSession, signOut } from './signing-out.ts';
import { sound } from './sounds.ts';

/** Where people work who are no inburgeraar, and what is never asked for by a page: none of it passes through here. */
const others = /^\/(?:staf|school|organisatie|vertalen|meekijken|demo|oidc)(?:\/|$)/;

/** So long a page may take before its copy is shown, in ms. */
const patience = 8000;

/** Answers a request of a page, or leaves it to the browser. */
export function answer(event: FetchEvent): void {
	const { request } = event;
	const url = new URL(request.url);
	if (url.origin !== location.origin || others.test(url.pathname)) return;
	if (request.method === 'POST' && url.pathname === '/uitloggen') {
		event.respondWith(signOut(request));
	} else if (request.mode === 'navigate' && request.method === 'GET') {
		event.respondWith(page(event, url));
	} else if (request.mode === 'navigate' && request.method === 'POST') {
		event.respondWith(posted(event, url));
	} else if (request.destination === 'audio' && url.pathname.startsWith('/opname/')) {
		event.respondWith(sound(event, url.pathname));
	} else if (isAsset(request, url)) {
		event.respondWith(asset(request, url));
	}
}

async function page(event: FetchEvent, url: URL): Promise<Response> {
	// What was asked for while the worker was starting is still of who signed out.
	const ending = await endSession();
	if (ending === 'untold') return (await offline(url.pathname)) ?? noConnection('signed-out');
	const path = url.search === '' ? url.pathname : null;
	const coming = ending === 'told' ? fetch(event.request) : network(event);
	// Asked for at once: a page that comes after its copy was shown is the next copy.
	event.waitUntil(coming.then((answer) => keepWhatMay(path, answer.clone())).catch(() => null));
	const answer = await within(patience, coming).catch(() => null);
	if (answer && !isDown(answer)) return answer;
	const kept = await offline(url.pathname);
	if (kept) return kept;
	return answer ?? coming.catch(() => noConnection());
}

async function network(event: FetchEvent): Promise<Response> {
	return (await event.preloadResponse) ?? fetch(event.request);
}

/** The portal itself is not there, only what stands before it. */
function isDown({ status }: Response): boolean {
	return status >= 502 && status <= 504;
}

/** What the phone has of it; of a page with a question after its address, the page itself. */
async function offline(pathname: string): Promise<Response | null> {
	const shell = await shellPage(pathname);
	if (shell) return shell;
	if (pathname.startsWith('/uren/nieuw')) return seeOther('/uren-zonder-verbinding');
	const copy = await find(pathname);
	if (!copy) return null;
	return marked(asResponse(copy), `data-kept="${timeOf(copy.keptAt)}"`);
}

function seeOther(path: string): Response {
	return Response.redirect(new URL(path, location.origin).href, 303);
}

/** The time on the wall at this instant, as `HH:MM`. */
function timeOf(at: number): string {
	return new Date(at).toTimeString().slice(0, 5);
}

async function keepWhatMay(path: string | null, answer: Response): Promise<void> {
	if (isRevoked(answer)) await wipeOwn();
	if (path === null || !isKept(path) || answer.status !== 200) return;
	if ((await setting('mode')) !== 'own') return;
	const owner = await setting('owner');
	const html = await answer.clone().text();
	if (owner !== undefined && isOfOwner(html, owner)) await keep(path, answer, now());
}

/** A form: one that cannot be sent may go later, and nothing else of it is lost than is said. */
async function posted(event: FetchEvent, url: URL): Promise<Response> {
	if (url.pathname === '/uren/delen') return keepShared(event.request);
	const again = event.request.clone();
	const answer = await fetch(event.request).catch(() => null);
	if (answer && !isDown(answer)) return answer;
	const kept = (await keepFailedForm(again)) ?? (await staysOpen(event.clientId));
	return kept ?? answer ?? noConnection('not-sent');
}

function isAsset({ method }: Request, { pathname }: URL): boolean {
	return method === 'GET' && (pathname.startsWith('/_app/immutable/') || files.has(pathname));
}

const files = new Set(['/thema.css', '/icon.svg']);

async function asset(request: Request, { pathname }: URL): Promise<Response> {
	const known = (await matchPrecache(request)) ?? (await keptAsset(request));
	if (known && pathname !== '/thema.css') return known;
	try {
		return await fetch(request);
	} catch (problem) {
		if (known) return known;
		throw problem;
	}
}

/** Rejects when it takes longer than so many ms. */
function within<T>(most: number, work: Promise<T>): Promise<T> {
	const late = new Promise<never>((_resolve, reject) => {
		setTimeout(() => reject(new Error('it takes too long')), most);
	});
	return Promise.race([work, late]);
}
