import { type Browser, expect, test } from '@playwright/test';
import { webm } from '../../src/lib/server/recordings/test-sounds.ts';
import { signedIn, tenants } from '../browser/world.ts';
import { firstLink } from './making.ts';

const { heerenveen: address, fermWerk } = tenants;
const headers = { origin: address, accept: 'text/html' };

/** A translator's link to the texts of Selam's plan, with a recording that only that browser, Selam and Anna may hear. */
async function spoken(browser: Browser) {
	const desk = await signedIn(browser, address, 'anna');
	const visitor = { request: desk.request, address };
	const file = await firstLink(
		visitor,
		'/staf/mensen?zoek=tesfay',
		/href="(\/staf\/mensen\/[\w-]{22})"/,
	);
	const made = await desk.request.post(`${address}${file}/vertalingen?/link`, {
		headers,
		form: { role: 'translator', givenTo: 'Tolk 4' },
	});
	const link = /\/vertalen\/[\w-]{43}/.exec(await made.text())?.[0] ?? '';
	const bearer = await browser.newContext({ baseURL: address });
	const page = await bearer.newPage();
	await page.goto(link);
	await page.locator('form[action="?/start"] button').click();
	const form = page.locator('form.card', { has: page.locator('[name=recording]') }).first();
	await form.locator('[name=text]').fill('ሰሉስ።');
	const recording = { name: 'r.webm', mimeType: 'audio/webm', buffer: webm };
	await form.locator('[name=recording]').setInputFiles(recording);
	await form.locator('button[type=submit]').click();
	const sound = (await form.locator('audio[src]').first().getAttribute('src')) ?? '';
	const id = /\/opname\/([\w-]{22})$/.exec(sound)?.[1] ?? '';
	expect(id).not.toBe('');
	return { link, sound, id, bearer, desk };
}

test('a link and what was spoken through it are for its bearer, the person and their klantmanager', async ({
	browser,
}) => {
	const { link, sound, id, bearer, desk } = await spoken(browser);
	const get = async (context: typeof bearer, path: string, host: string = address) =>
		(await context.request.get(host + path, { maxRedirects: 0 })).status();
	const selam = await signedIn(browser, address, 'selam');
	expect(await get(bearer, sound)).toBe(200);
	expect(await get(selam, `/opname/${id}`)).toBe(200);
	expect(await get(desk, `/opname/${id}`)).toBe(200);
	const strangers = [
		{ host: address, persona: null },
		{ host: address, persona: 'amina' },
		{ host: address, persona: 'bart' },
		{ host: address, persona: 'ivo' },
		{ host: fermWerk, persona: 'joy' },
		{ host: fermWerk, persona: 'carla' },
		{ host: fermWerk, persona: 'dirk' },
	];
	for (const { host, persona } of strangers) {
		const context = persona
			? await signedIn(browser, host, persona)
			: await browser.newContext({ baseURL: host });
		for (const path of [`/opname/${id}`, link, sound]) {
			expect(await get(context, path, host), `${persona} ${path}`).toBe(404);
		}
		for (const action of ['start', 'save', 'send', 'judge', 'finish']) {
			const tried = await context.request.post(`${host}${link}?/${action}`, {
				headers: { ...headers, origin: host },
				form: { place: 'x', hash: 'x', text: 'x', verdict: 'fits' },
				maxRedirects: 0,
			});
			expect(tried.status(), `${persona} ${action}`).toBe(404);
		}
		await context.close();
	}
	expect(await get(bearer, link.replace(/.$/, link.endsWith('A') ? 'B' : 'A'))).toBe(404);
	expect(await get(bearer, `/opname/${id}`)).toBe(404);
	for (const context of [bearer, desk, selam]) await context.close();
});

test('only the page of translators may use the microphone', async ({ browser }) => {
	const { link, bearer, desk } = await spoken(browser);
	const policy = async (path: string) =>
		(await bearer.request.get(address + path)).headers()['permissions-policy'];
	expect(await policy(link)).toContain('microphone=(self)');
	expect(await policy('/inloggen')).toContain('microphone=()');
	expect(await policy('/privacy')).toContain('microphone=()');
	for (const context of [bearer, desk]) await context.close();
});
