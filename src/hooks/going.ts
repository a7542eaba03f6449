import type { Cookies, RequestEvent } from '@sveltejs/kit';
import * as cookies from './cookies.ts';

const tenMinutes = 600;

/** Where the code on a paper leads; it names nobody. No other address is remembered. */
const fromPaper = '/(resident)/plan/versie/[version=version]';
const known = /^\/plan\/versie\/[1-9]\d{0,3}$/;

/** Remembers where somebody was going who must sign in first. */
export function remember({ cookies: jar, request, route, url }: RequestEvent) {
	if (route.id !== fromPaper || request.method !== 'GET') return;
	cookies.set(jar, 'going', url.pathname, tenMinutes);
}

/** Where an inburgeraar who just signed in was going, once; null for nowhere in particular. */
export function take(jar: Cookies): string | null {
	const path = cookies.get(jar, 'going');
	if (path === undefined) return null;
	cookies.remove(jar, 'going');
	return known.test(path) ? path : null;
}
