import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Resident } from '#lib/server/access/access.ts';
import * as accounts from '#lib/server/accounts/accounts.ts';
import type { Moment } from '#lib/server/clock.ts';
import * as phones from '#lib/server/phones/phones.ts';
import { addPerson, eachEngine, type World } from '#lib/server/test-world.ts';
import { GET } from '../routes/(public)/telefoon/sleutels/+server.ts';
import { phone } from './phone.ts';

const at = Date.parse('2026-11-23T10:00:00Z');
const moment = { now: at, today: '2026-11-23' } as Moment;

eachEngine('which phone this is', (open) => {
	let world: World;
	let account: accounts.Account;
	let other: accounts.Account;
	let id: string;

	beforeEach(async () => {
		world = await open('heerenveen');
		account = await somebody('999990019');
		other = await somebody('999990020');
		const wish = { device: null, mode: 'own' } as const;
		const chosen = await phones.choose(actor(), wish, undefined, moment);
		id = chosen.ok ? chosen.value : expect.fail('refused');
	});
	afterEach(() => world.close());

	async function somebody(bsn: string): Promise<accounts.Account> {
		await addPerson(world.portal, { bsn });
		const who = { issuer: 'i', subject: bsn, bsn };
		return (await accounts.ofResident(world.portal, who, at)) ?? expect.fail('no account');
	}

	function actor(of = account): Resident {
		const made = accounts.actorOf(world.portal, of);
		return made.kind === 'resident' ? made : expect.fail('no resident');
	}

	async function ask(cookie: string | null, who: accounts.Account | null, headers = {}) {
		const jar = new Map(cookie === null ? [] : [['__Host-phone', cookie]]);
		const cookies = { get: (name: string) => jar.get(name) } as Pick<Cookies, 'get'>;
		const locals = { portal: world.portal, moment, account: who, actor: who && actor(who) };
		const request = new Request('https://portal.example/telefoon/sleutels', { headers });
		const event = { cookies, locals, request } as unknown as RequestEvent;
		const resolve = () => GET(event as unknown as Parameters<typeof GET>[0]);
		const response = await phone({ event, resolve });
		const body = (await response.json()) as Record<string, unknown>;
		return { status: response.status, told: response.headers.get('x-phone'), body };
	}

	it('gives the keys to who is signed in on the own phone', async () => {
		const { body, status, told } = await ask(id, account, { 'sec-fetch-site': 'same-origin' });
		expect({ status, told }).toEqual({ status: 200, told: null });
		expect(body).toMatchObject({ mode: 'own', owner: phones.ownerOf(world.portal, account.id) });
		expect(Buffer.from(String(body['key']), 'base64url')).toHaveLength(32);
	});

	it('gives none without a cookie, to nobody, as an address, and to another site', async () => {
		expect((await ask(null, account)).body).toMatchObject({ mode: 'shared', key: null });
		expect(await ask(id, null)).toEqual({ status: 401, told: null, body: {} });
		for (const site of ['none', 'cross-site', 'same-site']) {
			const answer = await ask(id, account, { 'sec-fetch-site': site });
			expect(answer).toEqual({ status: 401, told: null, body: {} });
		}
	});

	it('tells a phone that is ended so, also when nobody is signed in', async () => {
		await phones.revoke(actor(), account.personId ?? '', id, moment);
		expect((await ask(id, null)).told).toBe('revoked');
		const signedIn = await ask(id, account);
		expect(signedIn.told).toBe('revoked');
		expect(signedIn.body).toMatchObject({ mode: 'shared', key: null });
	});

	it('tells so when somebody else is signed in, and when the phone is not known', async () => {
		const theirs = await ask(id, other);
		expect(theirs.told).toBe('revoked');
		expect(theirs.body).toMatchObject({ mode: 'shared', key: null });
		expect(theirs.body['owner']).toBe(phones.ownerOf(world.portal, other.id));
		expect((await ask('A'.repeat(22), account)).told).toBe('revoked');
		expect((await ask('', null)).told).toBe('revoked');
	});
});
