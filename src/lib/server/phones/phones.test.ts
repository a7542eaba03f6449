import { createHmac, hkdfSync } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { seal } from '#lib/phone/seal.ts';
import { unseal } from '#lib/phone/unseal.ts';
import type { Resident } from '../access/access.ts';
import * as accounts from '../accounts/accounts.ts';
import type { Moment } from '../clock.ts';
import { NotFound } from '../errors.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { addPerson, eachEngine, staffOf, type World } from '../test-world.ts';
import * as phones from './phones.ts';

const at = Date.parse('2026-11-23T10:00:00Z');
const moment = { now: at, today: '2026-11-23' } as Moment;
const later = { now: at + 60_000, today: '2026-11-23' } as Moment;
const nextDay = { now: at + 86_400_000, today: '2026-11-24' } as Moment;

eachEngine('a phone', (open) => {
	let world: World;
	let portal: Portal;
	let amina: Resident;
	let samir: Resident;

	beforeEach(async () => {
		world = await open('heerenveen');
		({ portal } = world);
		amina = await signedIn('999990019');
		samir = await signedIn('999990020');
	});
	afterEach(() => world.close());

	async function signedIn(bsn: string): Promise<Resident> {
		await addPerson(portal, { klantmanagerId: 'kim', bsn });
		const who = { issuer: 'i', subject: bsn, bsn };
		const account = (await accounts.ofResident(portal, who, at)) ?? expect.fail('no account');
		const actor = accounts.actorOf(portal, account);
		return actor.kind === 'resident' ? actor : expect.fail('no resident');
	}

	async function choose(actor: Resident, mode: phones.PhoneMode, id?: string, when = moment) {
		const phone = id === undefined ? undefined : await phones.named(portal, id);
		const chosen = await phones.choose(actor, { device: 'Chrome, Android', mode }, phone, when);
		return chosen.ok ? chosen.value : expect.fail('refused');
	}

	const found = (id: string) => phones.named(portal, id);

	it('is asked for once, and then is as the person said', async () => {
		expect(await phones.standing(amina, undefined)).toBe('unasked');
		const id = await choose(amina, 'own');
		expect(await phones.standing(amina, await found(id))).toBe('own');
		expect(await choose(amina, 'own', id, later)).toBe(id);
		expect(await portal.store.read.$count(portal.store.t.phones)).toBe(1);
	});

	it('gets the keys that follow from its row, and a shared one none', async () => {
		const id = await choose(amina, 'own');
		const { key, mode, owner, seal: sealing } = await phones.keysFor(amina, await found(id));
		const { dataKeys, cookieKey } = portal.keyring;
		const data = dataKeys.get(1) ?? expect.fail('no data key');
		const info = `own phone|heerenveen|${amina.id}|${id}`;
		expect(mode).toBe('own');
		expect(key).toBe(Buffer.from(hkdfSync('sha256', data, '', info, 32)).toString('base64url'));
		const tagKey = Buffer.from(hkdfSync('sha256', cookieKey, '', 'owner', 32));
		const tag = createHmac('sha256', tagKey).update(`owner|heerenveen|${amina.id}`);
		expect(owner).toBe(tag.digest('base64url').slice(0, 22));
		expect(sealing.version).toBe(1);
		expect(Buffer.from(sealing.publicKey, 'base64url')).toHaveLength(65);
		const shared = await choose(amina, 'shared', id, later);
		expect(await phones.keysFor(amina, await found(shared))).toEqual({
			owner,
			mode: 'shared',
			key: null,
			seal: sealing,
		});
	});

	it('seals what the portal opens, also under a key that is not the newest', async () => {
		const { seal: sealing, owner } = await phones.keysFor(amina, undefined);
		const bound = { id: 'A'.repeat(22), owner };
		const sealed = await seal(Buffer.from('three hours'), bound, sealing);
		const rotated = { ...portal.keyring, newestVersion: 2 };
		const pair = await phones.sealPairOf({ ...portal, keyring: rotated }, sealing.version);
		const opened = pair && (await unseal(sealed, bound, pair.privateKey));
		expect(opened && Buffer.from(opened).toString()).toBe('three hours');
		expect(await phones.sealPairOf(portal, 7)).toBeNull();
	});

	it('has another key with each choice, and what it was before is over', async () => {
		const first = await choose(amina, 'own');
		const { key } = await phones.keysFor(amina, await found(first));
		const shared = await choose(amina, 'shared', first, later);
		const again = await choose(amina, 'own', shared, later);
		expect(phones.isOver(await found(first), amina.id)).toBe(true);
		expect((await phones.keysFor(amina, await found(again))).key).not.toBe(key);
		expect(await phones.list(amina, amina.personId, again)).toMatchObject([
			{ id: again, mode: 'own', device: 'Chrome, Android', isThis: true, seenOn: '2026-11-23' },
		]);
	});

	it('of somebody else is over for who is signed in, and theirs once they choose', async () => {
		const hers = await choose(amina, 'own');
		expect(phones.isOver(await found(hers), samir.id)).toBe(true);
		expect(phones.isOver(await found(hers), null)).toBe(false);
		expect(await phones.standing(samir, await found(hers))).toBe('unasked');
		expect((await phones.keysFor(samir, await found(hers))).key).toBeNull();
		await choose(samir, 'shared', hers, later);
		expect(await phones.list(amina, amina.personId)).toEqual([]);
		expect(phones.isOver(await found(hers), amina.id)).toBe(true);
	});

	it('is over when it is not known', async () => {
		expect(phones.isOver(await found('A'.repeat(22)), amina.id)).toBe(true);
		expect(await found('../..')).toBeNull();
	});

	it('is ended by the person or the own klantmanager, and by nobody else', async () => {
		const id = await choose(amina, 'own');
		const other = await choose(samir, 'own');
		await expect(phones.revoke(amina, amina.personId, other, later)).rejects.toThrow(NotFound);
		await expect(phones.revoke(samir, amina.personId, id, later)).rejects.toThrow(NotFound);
		const tess = staffOf(portal, 'tess');
		await expect(phones.revoke(tess, amina.personId, id, later)).rejects.toThrow(NotFound);
		await expect(phones.list(tess, amina.personId)).rejects.toThrow(NotFound);
		await phones.revoke(staffOf(portal, 'kim'), amina.personId, id, later);
		expect((await found(id))?.revokedAt).toBe(later.now);
		await phones.revoke(amina, amina.personId, id, nextDay);
		expect((await found(id))?.revokedAt).toBe(later.now);
		expect((await phones.keysFor(amina, await found(id))).key).toBeNull();
		expect(await phones.standing(amina, await found(id))).toBe('unasked');
		expect(phones.isOver(await found(other), samir.id)).toBe(false);
	});

	it('keeps nothing from veilig contact on: all of the person are over, and none is own', async () => {
		const id = await choose(amina, 'own');
		const other = await choose(samir, 'own');
		await people.saySafeContact(amina, true, later.now);
		expect(phones.isOver(await found(id), amina.id)).toBe(true);
		expect(phones.isOver(await found(other), samir.id)).toBe(false);
		expect(await phones.standing(amina, undefined)).toBe('shared');
		const wish = { device: null, mode: 'own' } as const;
		expect(await phones.choose(amina, wish, undefined, later)).toEqual({
			ok: false,
			problems: { mode: 'notAChoice' },
		});
	});

	it('keeps no copy when veilig contact begins while it is chosen', async () => {
		const { store } = portal;
		const write: typeof store.write = async (now, work) => {
			await people.saySafeContact(amina, true, now);
			return store.write(now, work);
		};
		const choosing = { ...amina, portal: { ...portal, store: { ...store, write } } };
		const wish = { device: null, mode: 'own' } as const;
		expect(await phones.choose(choosing, wish, undefined, moment)).toMatchObject({ ok: false });
		expect(await store.read.$count(store.t.phones)).toBe(0);
	});

	it('is a shared one where the gemeente wants no copies', async () => {
		const id = await choose(amina, 'own');
		const source = { document: 'demo assumption', year: 2026, section: 'none' };
		const policy = { ...portal.tenant.policy, ownPhones: { value: false, source } };
		const strict = { ...portal, tenant: { ...portal.tenant, policy } } as Portal;
		const there = { ...amina, portal: strict };
		expect(await phones.shown(there, await found(id))).toMatchObject({ mode: 'shared' });
		expect((await phones.keysFor(there, await found(id))).key).toBeNull();
	});

	it('remembers the day it was seen, and no more', async () => {
		const id = await choose(amina, 'own');
		const seen = async () => (await found(id))?.seenAt;
		const row = async () => (await found(id)) ?? expect.fail('gone');
		await phones.see(portal, await row(), later);
		expect(await seen()).toBe(at);
		await phones.see(portal, await row(), nextDay);
		expect(await seen()).toBe(nextDay.now);
	});

	it('has another tag in another tenant and for another account', () => {
		const elsewhere = { ...portal, tenant: { ...portal.tenant, id: 'ferm-werk' } };
		const tags = [
			phones.ownerOf(portal, amina.id),
			phones.ownerOf(portal, samir.id),
			phones.ownerOf(elsewhere, amina.id),
		];
		expect(new Set(tags).size).toBe(3);
		for (const tag of tags) expect(tag).toMatch(/^[\w-]{22}$/);
	});
});
