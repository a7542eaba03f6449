import { randomBytes } from 'node:crypto';
import { type APIRequestContext, request as anybody } from '@playwright/test';
import { signIn, tenants } from './world.ts';

interface Visitor {
	readonly request: APIRequestContext;
	readonly address: string;
}

const open = /\/meekijken\/begin\/([\w-]{22})"/;

/** The page of somebody whom the visitor lets look along, with a link that works: there already, or made. */
export async function ownHelper(visitor: Visitor): Promise<string> {
	const { address, request } = visitor;
	const list = await (await request.get(`${address}/hulp/meekijken`)).text();
	for (const [, path] of list.matchAll(/href="(\/hulp\/meekijken\/[\w-]{22})"/g)) {
		const page = await (await request.get(`${address}${path}`)).text();
		if (path && open.test(page)) return path;
	}
	return letLook(visitor);
}

/** Lets somebody new look along at everything for a day; gives the page with the link. */
export async function letLook({ address, request }: Visitor): Promise<string> {
	const form = {
		id: randomBytes(16).toString('base64url'),
		name: 'Samir',
		term: 'day',
		...{ agenda: 'yes', hours: 'yes', plan: 'yes', messages: 'yes' },
	};
	const headers = { origin: address, accept: 'text/html' };
	const path = '/hulp/meekijken/nieuw';
	const answer = await request.post(address + path, { form, headers, maxRedirects: 0 });
	if (answer.status() !== 303) throw new Error(`${path}: ${answer.status()}`);
	return answer.headers()['location'] ?? '';
}

/** The address behind the code on such a page. */
export async function linkOn({ address, request }: Visitor, path: string): Promise<string> {
	const token = open.exec(await (await request.get(address + path)).text())?.[1];
	if (!token) throw new Error(`${path} shows no link`);
	return `/meekijken/begin/${token}`;
}

/** A link that Joy or Amina shows now, for who is nobody to the portal. */
export async function helperLink(address: string): Promise<string> {
	const request = await anybody.newContext();
	await signIn(request, address, address === tenants.heerenveen ? 'amina' : 'joy');
	const visitor = { address, request };
	const link = await linkOn(visitor, await ownHelper(visitor));
	await request.dispose();
	return link;
}

/** Comes in with a link, in a browser where nobody is signed in. */
export async function enter({ address, request }: Visitor, link: string) {
	const headers = { origin: address, accept: 'text/html' };
	const answer = await request.post(address + link, { form: {}, headers, maxRedirects: 0 });
	if (answer.headers()['location'] !== '/meekijken') throw new Error(`${answer.status()}`);
}

/** Ends what such a page is about. */
export async function endLooking({ address, request }: Visitor, path: string) {
	const headers = { origin: address, accept: 'text/html' };
	await request.post(`${address}${path}?/end`, { form: {}, headers, maxRedirects: 0 });
}
