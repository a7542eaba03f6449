import { keyCache, wipeOwn } from '#lib/phone/own-cache.ts';
import { whenAlone } from './alone.ts';

/**
 * The screen on a phone that others see too. "Snel weg" leaves nothing of the portal behind; and on a phone that is not
 * somebody's own, a page that was left alone for as long as a sign-in lasts shows nothing any more, nor does one that the
 * browser kept to come back to, until it is known that the same person is still signed in.
 */
const left = 'left';

const root = document.documentElement;
const phone = document.querySelector<HTMLMetaElement>('meta[name=meedoen-phone]');
const leave = document.querySelector<HTMLAnchorElement>('[data-leave]');

leave?.addEventListener('click', (event) => {
	event.preventDefault();
	root.dataset['blank'] = 'left';
	remember(leave.href);
	navigator.sendBeacon('/uitloggen', new URLSearchParams());
	// The worker wipes too, but a browser may end it with the page.
	if ('caches' in window) void wipeOwn().catch(() => undefined);
	location.replace(leave.href);
});

// Whoever goes back to a page from before goes on to the other site; whoever opens the portal anew does not.
const [came] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
if (came?.type === 'back_forward') goOnLeaving();
else remember(null);
addEventListener('pageshow', (event) => {
	if (event.persisted) goOnLeaving();
});

if (phone?.dataset['mode'] === 'own' && 'caches' in window) guardOwn();
else if (phone && phone.dataset['mode'] !== 'own') guard(phone.dataset['owner'] ?? '');
// What was typed browsers write to the disk as it is, to fill it in again another time.
if (phone ?? document.querySelector('[data-offline-hours]')) {
	for (const form of document.forms) form.autocomplete = 'off';
}

/** A page that the browser kept to go back to is shown again only where nobody signed out since, which takes the key. */
function guardOwn() {
	addEventListener('pagehide', () => (root.dataset['blank'] = left));
	addEventListener('pageshow', (event) => {
		if (event.persisted && remembered() === null) void comeBack();
	});
}

async function comeBack() {
	if (await caches.has(keyCache).catch(() => false)) delete root.dataset['blank'];
	else location.replace(`${location.pathname}${location.search}`);
}

function guard(owner: string) {
	const isUsed = whenAlone(blank);
	addEventListener('pagehide', () => blank());
	addEventListener('pageshow', (event) => {
		if (event.persisted) void ask();
	});
	document.querySelector('[data-blank-go-on]')?.addEventListener('click', () => void ask());

	async function ask() {
		const asked = await fetch('/telefoon/sleutels').catch(() => null);
		const answer = asked && asked.status < 500 ? asked : null;
		const offline = document.querySelector<HTMLElement>('[data-blank-offline]');
		if (offline) offline.hidden = answer !== null;
		if (!answer) return;
		const given = (await answer.json()) as { owner?: string };
		if (given.owner === owner) {
			isUsed();
			delete root.dataset['blank'];
		} else if (answer.status === 401 && typedIn()) {
			// The sign-in is over: what was typed is kept for who signs in again, see the hook of the session.
			typedIn()?.submit();
		} else location.replace('/');
	}
}

function blank() {
	if (root.dataset['blank']) return;
	root.dataset['blank'] = 'idle';
	for (const dialog of document.querySelectorAll('dialog')) dialog.close();
}

function typedIn(): HTMLFormElement | undefined {
	return [...document.forms].find(
		({ elements, method }) =>
			method === 'post' &&
			[...elements].some((field) => {
				if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
				if (!(field instanceof HTMLInputElement) || field.type === 'file') return false;
				return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
			}),
	);
}

/** Where somebody left to; some browsers keep nothing when they are told to, and then Back shows the sign-in page. */
function remember(address: string | null) {
	try {
		if (address === null) sessionStorage.removeItem(left);
		else sessionStorage.setItem(left, address);
	} catch {
		return;
	}
}

function goOnLeaving() {
	const address = remembered();
	if (address === null) return;
	root.dataset['blank'] = 'left';
	location.replace(address);
}

function remembered(): string | null {
	try {
		return sessionStorage.getItem(left);
	} catch {
		return null;
	}
}
