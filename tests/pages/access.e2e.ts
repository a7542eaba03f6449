import { expect, test } from '@playwright/test';
import { endLooking, enter, letLook, linkOn } from '../browser/helpers.ts';
import { routes } from '../browser/routes.ts';
import { signedIn, tenants } from '../browser/world.ts';
import { firstLink, startDraft } from './making.ts';

type Params = Readonly<Record<string, string>>;

/** Everything that somebody's things are found by, in Heerenveen and in two gemeenten of Ferm Werk. */
let ids: {
	readonly amina: Params;
	readonly woerden: Params;
};

test.beforeAll(async ({ browser }) => {
	ids = {
		amina: await idsOf(browser, tenants.heerenveen, 'anna', 'amina', 'haddad'),
		woerden: await idsOf(browser, tenants.fermWerk, 'carla', 'joy', 'santos'),
	};
});

const strangers = [
	{ who: 'another inburgeraar', address: tenants.heerenveen, persona: 'selam', of: 'amina' },
	{ who: 'another klantmanager', address: tenants.heerenveen, persona: 'bart', of: 'amina' },
	{ who: 'a school', address: tenants.heerenveen, persona: 'femke', of: 'amina' },
	{ who: 'the administrator', address: tenants.heerenveen, persona: 'ivo', of: 'amina' },
	{ who: 'another tenant’s inburgeraar', address: tenants.fermWerk, persona: 'joy', of: 'amina' },
	{
		who: 'another tenant’s klantmanager',
		address: tenants.fermWerk,
		persona: 'carla',
		of: 'amina',
	},
	{
		who: 'another gemeente of the tenant',
		address: tenants.fermWerk,
		persona: 'dirk',
		of: 'woerden',
	},
] as const;

const withParams = async () =>
	(await routes()).filter(({ id }) => /\[(id|entry|draft|proof)/.test(id));

test('there are addresses to try', async () => {
	expect((await withParams()).length).toBeGreaterThanOrEqual(7);
});

for (const { who, address, persona, of } of strangers) {
	test(`${who} finds nothing: pages, actions and files`, async ({ browser }) => {
		const context = await signedIn(browser, address, persona);
		for (const route of await withParams()) {
			const path = pathOf(route.id, ids[of]);
			for (const method of route.isPage ? ['GET'] : route.methods) {
				const headers = { origin: address, accept: 'text/html' };
				const body = method === 'POST' ? { form: {} } : {};
				const options = { method, headers, ...body, maxRedirects: 0 };
				const found = await context.request.fetch(address + path, options);
				expect(found.status(), `${method} ${path}`).toBe(404);
			}
			for (const action of route.actions) {
				const name = action === 'default' ? '' : `?/${action}`;
				const tried = await context.request.post(address + path + name, {
					headers: { origin: address, accept: 'text/html' },
					form: { revision: '1', minutes: '60', organisation: 'x', photo: '' },
					maxRedirects: 0,
				});
				expect(tried.status(), `POST ${path}${name}`).toBe(404);
			}
		}
		await context.close();
	});
}

test('what is forbidden and what is not there answer alike', async ({ browser }) => {
	const context = await signedIn(browser, tenants.heerenveen, 'bart');
	const read = async (id: string) => {
		const answer = await context.request.get(`${tenants.heerenveen}/staf/mensen/${id}`);
		return (await answer.text()).replaceAll(/[A-Za-z0-9_-]{8}(?=[.<])/g, '').replaceAll(id, '');
	};
	expect(await read(ids.amina['id'] ?? '')).toBe(await read('AAAAAAAAAAAAAAAAAAAAAA'));
	await context.close();
});

test('without signing in every closed page leads to the door', async ({ request }) => {
	for (const { id, isPage } of await routes()) {
		if (!isPage || id.startsWith('/(public)')) continue;
		const path = pathOf(id, { ...ids.amina });
		const answer = await request.get(tenants.heerenveen + path, { maxRedirects: 0 });
		expect(answer.status(), path).toBe(303);
		const door = id.startsWith('/(helper)') ? /^\/meekijken\/begin$/ : /^\/inloggen/;
		expect(answer.headers()['location'], path).toMatch(door);
	}
});

test('a school finds its own pages and nothing else, whatever it asks for', async ({ browser }) => {
	const context = await signedIn(browser, tenants.heerenveen, 'femke');
	const visitor = { request: context.request, address: tenants.heerenveen };
	const lesson = await firstLink(visitor, '/school', /href="(\/school\/[\w-]{22}\.[\d-]{10})"/);
	const key = lesson.split('/').at(-1) ?? '';
	for (const { id, isPage } of await routes()) {
		if (!isPage || /^\/\((public|partner)\)/.test(id)) continue;
		const path = pathOf(id, { ...ids.amina, key });
		const answer = await context.request.get(tenants.heerenveen + path, { maxRedirects: 0 });
		expect(answer.status(), path).toBe(404);
	}
	for (const path of ['/school', lesson]) {
		const data = await context.request.get(`${tenants.heerenveen}${path}/__data.json`);
		expect(data.status(), path).toBe(404);
	}
	const list = await (await context.request.get(tenants.heerenveen + lesson)).text();
	expect(list).toContain('Amina H.');
	expect(list).not.toMatch(/Haddad|99\d{7}|\/staf\/|Mijn kind|@/);
	const elsewhere = await signedIn(browser, tenants.fermWerk, 'gerrit');
	const other = await elsewhere.request.get(tenants.fermWerk + lesson);
	expect(other.status()).toBe(404);
	await Promise.all([context.close(), elsewhere.close()]);
});

test('who looks along finds what was allowed and nothing else, and nothing once it ended', async ({
	browser,
}) => {
	const address = tenants.heerenveen;
	const context = await signedIn(browser, address, 'amina');
	const person = { request: context.request, address };
	const allowed = await letLook(person);
	const elsewhere = await browser.newContext({ baseURL: address });
	const { request } = elsewhere;
	await enter({ request, address }, await linkOn(person, allowed));
	for (const { actions, id, isPage, methods } of await routes()) {
		if (/^\/\((public|helper)\)/.test(id)) continue;
		const path = pathOf(id, { ...ids.amina, helper: allowed.split('/').at(-1) ?? '' });
		if (isPage || methods.includes('GET')) {
			const found = await request.get(address + path, { maxRedirects: 0 });
			expect(found.status(), `GET ${path}`).toBe(404);
		}
		for (const action of actions) {
			const name = action === 'default' ? '' : `?/${action}`;
			const headers = { origin: address, accept: 'text/html' };
			const tried = await request.post(address + path + name, {
				headers,
				form: {},
				maxRedirects: 0,
			});
			expect(tried.status(), `POST ${path}${name}`).toBe(404);
		}
	}
	const seen = await Promise.all(
		['agenda', 'uren', 'plan', 'berichten'].map(async (place) =>
			request.get(`${address}/meekijken/${place}`),
		),
	);
	expect(seen.map((answer) => answer.status())).toEqual([200, 200, 200, 200]);
	const words = (await Promise.all(seen.map((answer) => answer.text()))).join(' ');
	expect(words).not.toMatch(/Haddad|\/staf\/|\/uren\/bewijs|dagboek|99\d{7}|06-0000|@post/);
	await endLooking(person, allowed);
	const after = await request.get(`${address}/meekijken/agenda`, { maxRedirects: 0 });
	expect([after.status(), after.headers()['location']]).toEqual([303, '/meekijken/begin']);
	await Promise.all([context.close(), elsewhere.close()]);
});

test('an unknown host is not served', async ({ request }) => {
	const answer = await request.get(`${tenants.heerenveen}/inloggen`, {
		headers: { host: 'elsewhere.example' },
	});
	expect(answer.status()).toBe(421);
});

test('a form from elsewhere changes nothing', async ({ browser }) => {
	const context = await signedIn(browser, tenants.heerenveen, 'tessa');
	for (const origin of ['https://evil.example', 'null', tenants.fermWerk]) {
		const answer = await context.request.post(`${tenants.heerenveen}/staf/gegevens`, {
			headers: { origin, accept: 'text/html' },
			form: { phone: '0', officeHours: '' },
			maxRedirects: 0,
		});
		expect(answer.status(), origin).toBe(403);
	}
	await context.close();
});

function pathOf(id: string, params: Params): string {
	return id
		.replaceAll(/\/\(\w+\)/g, '')
		.replaceAll(/\[(\w+)(?:=\w+)?\]/g, (_, name: string) => params[name] ?? `no-${name}`);
}

async function idsOf(
	browser: import('@playwright/test').Browser,
	address: string,
	manager: string,
	persona: string,
	familyName: string,
): Promise<Params> {
	const staff = await signedIn(browser, address, manager);
	const link = /href="\/staf\/mensen\/([\w-]{22})"/;
	const asStaff = { request: staff.request, address };
	const id = await firstLink(asStaff, `/staf/mensen?zoek=${familyName}`, link);
	const own = await signedIn(browser, address, persona);
	const asSelf = { request: own.request, address };
	const entry = await firstLink(asSelf, '/uren', /href="\/uren\/([\w-]{22})"/);
	const draft = (await startDraft(asSelf)).split('/').at(-1) ?? '';
	const photo = await own.request.post(`${address}/uren/${entry}?/photo`, {
		headers: { origin: address, accept: 'text/html' },
		multipart: { photo: { name: 'p.png', mimeType: 'image/png', buffer: onePixel } },
		maxRedirects: 0,
	});
	expect([200, 303, 400]).toContain(photo.status());
	const html = await (await own.request.get(`${address}/uren/${entry}`)).text();
	const proof = /\/uren\/bewijs\/([\w-]{22})/.exec(html)?.[1] ?? 'BBBBBBBBBBBBBBBBBBBBBB';
	await staff.close();
	await own.close();
	const steps = { question: 'wat-gaat-goed', reach: 'telefoon', asked: 'klacht' };
	const named = { ...steps, sender: 'duo', topic: 'boete' };
	return { id, entry, draft, proof, step: 'wat', version: '1', kind: 'plan', ...named };
}

const onePixel = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);
