import type { Cookies } from '@sveltejs/kit';

const base = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

/** Our cookies: `__Host-` binds them to this host, TLS and the whole site; none lives longer than it must. */
const names = {
	session: '__Host-session',
	flow: '__Host-flow',
	kept: '__Host-kept',
	language: '__Host-language',
	going: '__Host-going',
	code: '__Host-code',
	translator: '__Host-translator',
	helper: '__Host-helper',
	phone: '__Host-phone',
} as const;

export type CookieName = keyof typeof names;

export function get(cookies: Cookies, name: CookieName): string | undefined {
	return cookies.get(names[name]);
}

/** Sets a cookie; without `maxAgeSeconds` it goes when the browser closes. */
export function set(cookies: Cookies, name: CookieName, value: string, maxAgeSeconds?: number) {
	cookies.set(names[name], value, {
		...base,
		...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
	});
}

export function remove(cookies: Cookies, name: CookieName) {
	cookies.delete(names[name], base);
}
