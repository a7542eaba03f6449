import type { Cookies, RequestEvent } from '@sveltejs/kit';
import * as cookies from './cookies.ts';

const tenMinutes = 600;

/** Where the code on a paper or on a host's poster leads; it names nobody. No other address is remembered. */
const scanned = new Set([
	'/(resident)/plan/versie/[version=version]',
	'/(resident)/uren/poster/[poster]',
]);
const known = /^\/(?:plan\/versie\/[1-9]\d{0,3}|uren\/poster\/[\w-]{22})$/;

/** Remembers where somebody was going who must sign in first. */
export function remember({ cookies: jar, request, route, url }: RequestEvent) {
	if (!scanned.has(route.id ?? '') || request.method !== 'GET') return;
	cookies.set(jar, 'going', url.pathname, tenMinutes);
}

/** Where an inburgeraar who just signed in was going, once; null for nowhere in particular. */
export function take(jar: Cookies): string | null {
	const path = cookies.get(jar, 'going');
	if (path === undefined) return null;
	cookies.remove(jar, 'going');
	return known.test(path) ? path : null;
}
