import type { LookupAllOptions } from 'node:dns';
import dns from 'node:dns/promises';
import type { APIRequestContext, Browser, BrowserContext } from '@playwright/test';
import { world as which } from './which.ts';

const { port } = which;

/** Browsers know that every name under localhost is this machine (RFC 6761); Node asks the system, which may not. */
const { lookup } = dns;
dns.lookup = ((name: string, options: LookupAllOptions) =>
	lookup(name.endsWith('.localhost') ? 'localhost' : name, options)) as typeof lookup;

/** The two tenants of the demo, by address. */
export const tenants = {
	heerenveen: `http://127.0.0.1:${port}`,
	fermWerk: `http://ferm-werk.localhost:${port}`,
} as const;

/** For each language somebody who reads it and has a plan and hours. */
export const readers = {
	nl: { persona: 'karim', address: tenants.fermWerk },
	en: { persona: 'joy', address: tenants.fermWerk },
	ar: { persona: 'amina', address: tenants.heerenveen },
	ti: { persona: 'selam', address: tenants.heerenveen },
	tr: { persona: 'elif', address: tenants.heerenveen },
	'fa-AF': { persona: 'zahra', address: tenants.fermWerk },
	so: { persona: 'ayaan', address: tenants.heerenveen },
	fa: { persona: 'shirin', address: tenants.fermWerk },
} as const;

export type Tag = keyof typeof readers;

export const phone = { width: 360, height: 740 } as const;

/** Signs in as somebody of the demo, by the address that scripts use. */
export async function signIn(request: APIRequestContext, address: string, persona: string) {
	const answer = await request.post(`${address}/demo/sign-in`, {
		form: { persona },
		headers: { origin: address },
		maxRedirects: 0,
	});
	if (answer.status() !== 303) throw new Error(`${persona} cannot sign in: ${answer.status()}`);
}

/** A browser of one's own, signed in. */
export async function signedIn(
	browser: Browser,
	address: string,
	persona: string,
	options: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext> {
	const context = await browser.newContext({ baseURL: address, viewport: phone, ...options });
	await signIn(context.request, address, persona);
	return context;
}

/** Chooses the language in which an account reads. */
export async function choose(request: APIRequestContext, address: string, language: Tag) {
	await request.post(`${address}/taal?/language`, {
		form: { language },
		headers: { origin: address, accept: 'text/html' },
		maxRedirects: 0,
	});
}
