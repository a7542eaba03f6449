import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as accounts from '#lib/server/accounts/accounts.ts';
import * as sessions from '#lib/server/accounts/sessions.ts';
import { day } from '#lib/law/day.ts';
import * as helpers from '#lib/server/helpers/helpers.ts';
import { newId } from '#lib/server/id.ts';
import { addPerson, eachEngine, type World } from '#lib/server/test-world.ts';
import { session } from './session.ts';

const at = Date.parse('2026-11-23T10:00:00Z');
const late = at + 16 * 60_000;
const route = '/(resident)/uren/nieuw';

eachEngine('who this is', (open) => {
	let world: World;
	let jar: Map<string, string>;
	let account: accounts.Account;

	beforeEach(async () => {
		world = await open();
		const { portal } = world;
		await addPerson(portal, { bsn: '999990019' });
		const identity = { issuer: 'i', subject: 's', bsn: '999990019' };
		account = (await accounts.ofResident(portal, identity, at)) ?? expect.fail('no account');
		jar = new Map([['__Host-session', await sessions.start(portal, account, at)]]);
	});
	afterEach(() => world.close());

	async function ask(path: string, id: string | null, now: number, init: RequestInit = {}) {
		const url = new URL(
			path.startsWith('//') ? `https://portal.example${path}` : path,
			'https://portal.example',
		);
		const cookies: Pick<Cookies, 'get' | 'set' | 'delete'> = {
			get: (name) => jar.get(name),
			set: (name, value) => void jar.set(name, value),
			delete: (name) => void jar.delete(name),
		};
		const locals = { portal: world.portal, moment: { now, today: '2026-11-23' } };
		const event = { url, cookies, locals, route: { id }, request: new Request(url, init) };
		await session({ event: event as unknown as RequestEvent, resolve: () => new Response() });
		return event.locals as unknown as App.Locals;
	}

	const typed = { method: 'POST', body: new URLSearchParams({ organisation: 'De Cirkel' }) };

	it('is who looks along where nobody is signed in, and beside an account on their own pages alone', async () => {
		const { portal } = world;
		const personId = account.personId ?? '';
		const own = { kind: 'resident', id: account.id, personId, portal } as const;
		const moment = { now: at, today: day('2026-11-23') };
		const given = { id: newId(), name: 'Samir', sees: ['agenda'], term: 'day' } as const;
		await helpers.letLook(own, given, moment);
		const { link } = await helpers.one(own, given.id, moment);
		const { key } = await helpers.enter(portal, link?.token ?? '', moment);
		jar.set('__Host-helper', key);
		const theirs = '/(helper)/meekijken';
		expect((await ask('/meekijken', theirs, at)).actor).toMatchObject({ kind: 'helper' });
		expect((await ask('/uren', route, at)).actor).toMatchObject({ kind: 'resident' });
		// The guard sends to sign in again, and what was typed is kept: not found would be the end of it.
		expect((await ask('/uren', route, late, typed)).actor).toBeNull();
		expect(jar.has('__Host-kept')).toBe(true);
		jar.delete('__Host-session');
		expect((await ask('/uren', route, at)).actor).toMatchObject({ kind: 'helper', personId });
		expect((await ask('/taal', '/(public)/taal', at)).actor).toBeNull();
		await helpers.end(own, given.id, moment);
		expect((await ask('/meekijken', theirs, at)).actor).toBeNull();
	});

	it('is the person of the session, until it ends', async () => {
		expect((await ask('/uren', route, at)).actor).toMatchObject({ personId: account.personId });
		expect((await ask('/uren', route, late)).actor).toBeNull();
		jar.set('__Host-session', 'x.y');
		expect((await ask('/uren', route, at)).actor).toBeNull();
	});

	it('gives back on the same page what came in too late, once, after signing in again', async () => {
		expect((await ask('/uren/nieuw', route, late, typed)).actor).toBeNull();
		expect(jar.get('__Host-kept')).toBeTruthy();
		expect((await ask('/uren/nieuw', route, late)).kept).toBeNull();
		jar.set('__Host-session', await sessions.start(world.portal, account, late));
		expect((await ask('/hulp', '/(resident)/hulp', late)).kept).toBeNull();
		const copy = { headers: { 'x-copy': 'page' } };
		expect((await ask('/uren/nieuw', route, late, copy)).kept).toBeNull();
		expect((await ask('/uren/nieuw', route, late)).kept).toEqual({ organisation: 'De Cirkel' });
		expect(jar.has('__Host-kept')).toBe(false);
		expect((await ask('/uren/nieuw', route, late)).kept).toBeNull();
	});

	it('keeps nothing of somebody who never was, of a public page, or of no page at all', async () => {
		await ask('/taal', '/(public)/taal', late, typed);
		// After signing in one is sent to the page that was kept: never to `//somebody.example`.
		await ask('//somebody.example/x', null, late, typed);
		jar.set('__Host-session', `${'A'.repeat(22)}.${'A'.repeat(43)}`);
		await ask('/uren/nieuw', route, late, typed);
		expect(jar.has('__Host-kept')).toBe(false);
		const { t, read } = world.portal.store;
		expect(await read.select().from(t.keptForms)).toEqual([]);
	});

	it('stands a body that is no form', async () => {
		const headers = { 'content-type': 'multipart/form-data; boundary=x' };
		const broken = { method: 'POST', body: 'nothing of the kind', headers };
		expect((await ask('/uren/nieuw', route, late, broken)).actor).toBeNull();
		expect((await ask('/uren/nieuw', route, at, broken)).actor).not.toBeNull();
	});
});
