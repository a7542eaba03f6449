import { type APIRequestContext, request as anybody } from '@playwright/test';
import { signIn, tenants } from './world.ts';

const accept = { accept: 'text/html' };

/** The page on which the person asks the host, with a code on it, of an entry that waits. */
export async function askHost(visitor: {
	readonly request: APIRequestContext;
	readonly address: string;
}): Promise<string> {
	const { request, address } = visitor;
	const list = await (await request.get(`${address}/uren`)).text();
	for (const [, entry] of list.matchAll(/href="(\/uren\/[\w-]{22})"/g)) {
		const path = `${entry}/bevestigen`;
		const page = await request.get(address + path);
		if (page.status() !== 200) continue;
		const form = { [`entry-${entry?.slice('/uren/'.length)}`]: 'yes' };
		const headers = { ...accept, origin: address };
		await request.post(`${address}${path}?/make`, { headers, form, maxRedirects: 0 });
		return path;
	}
	throw new Error('no entry waits');
}

/** The secret of a link that Amina's phone shows now. */
export async function hostToken(): Promise<string> {
	const address = tenants.heerenveen;
	const request = await anybody.newContext();
	await signIn(request, address, 'amina');
	const page = await request.get(address + (await askHost({ request, address })));
	const token = /\/organisatie\/([\w-]{22})"/.exec(await page.text())?.[1];
	await request.dispose();
	if (!token) throw new Error('no link is shown');
	return token;
}

/** A poster that hangs in the tenant: on the wall, at the desk, and the page of its host. */
export async function poster(address: string) {
	const request = await anybody.newContext();
	await signIn(request, address, address === tenants.heerenveen ? 'anna' : 'carla');
	const list = await (await request.get(`${address}/staf/posters`)).text();
	const id = /\/staf\/posters\/([\w-]{22})/.exec(list)?.[1] ?? '';
	const html = await (await request.get(`${address}/staf/posters/${id}`)).text();
	const page = /\/organisatie\/dagcode\/[\w-]{22}/.exec(html)?.[0];
	await request.dispose();
	if (!page) throw new Error('no poster hangs there');
	return { wall: `/uren/poster/${id}`, desk: `/staf/posters/${id}`, page };
}
