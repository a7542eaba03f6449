import { afterEach, beforeEach, expect, it } from 'vitest';
import { shellPages } from './shell.ts';
import { testPhone } from './test-phone.ts';

let phone: ReturnType<typeof testPhone>;
beforeEach(() => (phone = testPhone()));
afterEach(() => phone.end());

const script = '/_app/immutable/assets/hours.js';
const page = () => new Response(`<html lang="nl"><script src="${script}"></script>`);
const all = { ...Object.fromEntries(shellPages.map((path) => [path, page])), [script]: page };

it.each([...shellPages, script])('is fetched again later when %s did not come', async (path) => {
	const { keepShell, keepShellIn } = await import('./shell.ts');
	phone.serve({ ...all, [path]: () => new Response('', { status: 502 }) });
	await keepShell();
	phone.serve(all);
	await keepShellIn('nl');
	for (const each of shellPages) expect(await phone.cacheOf('shell-1').match(each)).toBeDefined();
	expect(await phone.cacheOf('assets-1').match(script)).toBeDefined();
});

it('is fetched once when all of it came', async () => {
	const { keepShell, keepShellIn } = await import('./shell.ts');
	phone.serve(all);
	await keepShell();
	const fetched = phone.serve(all);
	await keepShellIn('nl');
	expect(fetched).not.toHaveBeenCalled();
});

it('leaves a page that opens with its script as it was when the next one came without', async () => {
	const { keepShell, shellPage } = await import('./shell.ts');
	phone.serve(all);
	await keepShell();
	const next = () => new Response('<html lang="nl"><script src="/_app/immutable/assets/next.js">');
	phone.serve({ ...all, [shellPages[1]]: next });
	await keepShell();
	expect(await (await shellPage(shellPages[1]))?.text()).toContain(script);
});

it('keeps its script, however many newer ones there are', async () => {
	const { keepShell, trimShell } = await import('./shell.ts');
	phone.serve(all);
	await keepShell();
	const assets = phone.cacheOf('assets-1');
	for (let at = 0; at < 200; at += 1) await assets.put(`/_app/immutable/assets/${at}.css`, page());
	await trimShell();
	expect(await assets.match(script)).toBeDefined();
	expect(await assets.match('/_app/immutable/assets/0.css')).toBeUndefined();
	expect(await assets.match('/_app/immutable/assets/199.css')).toBeDefined();
});
