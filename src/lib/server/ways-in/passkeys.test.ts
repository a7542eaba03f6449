import { afterEach, beforeEach, expect, it } from 'vitest';
import * as accounts from '../accounts/accounts.ts';
import * as sessions from '../accounts/sessions.ts';
import { NotFound } from '../errors.ts';
import * as notices from '../notices/notices.ts';
import type { Person } from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import { activate } from './activating.ts';
import { forDesk, own, removeDevice } from './overview.ts';
import { add, askToAdd, askToSignIn, signIn } from './passkeys.ts';
import { authenticator } from './test-authenticator.ts';
import { at, audited, cheap, given, moment, phone } from './test-ways-in.ts';

const [host, origin] = ['heerenveen.example', 'https://heerenveen.example'];
const place = { host, origin, device: 'Chrome, Android' };
const failed = { ok: false, problems: { device: 'deviceFailed' } };

eachEngine('a device', (open) => {
	let world: World;
	let portal: Portal;
	let person: Person;
	const kim = () => staffOf(portal, 'kim');

	beforeEach(async () => {
		world = await open();
		({ portal } = world);
		person = await addPerson(portal, { klantmanagerId: 'kim', bsn: '999990019' });
	});
	afterEach(() => world.close());

	/** Somebody who came by a letter. */
	async function byLetter() {
		const opened = await activate(portal, await given(kim(), person.id), phone, moment, cheap);
		return signedIn(opened.ok ? opened.value : '');
	}

	async function signedIn(token: string, now = at) {
		const found = await sessions.find(portal, token, now);
		if (found.state !== 'alive') throw new Error(`the sign-in is ${found.state}`);
		return found;
	}

	/** The same with a device that was made known, and the token of its first sign-in. */
	async function withDevice() {
		const who = await byLetter();
		const device = authenticator(host, origin);
		const { challenge } = await askToAdd(portal, who, place, at);
		const added = await add(portal, who, device.make(challenge), place, at);
		return { device, who, token: (added.ok && added.value) || '' };
	}

	const sign = async (device: ReturnType<typeof authenticator>, differing = {}, now = at) => {
		const { challenge } = await askToSignIn(portal, place, now);
		return signIn(portal, device.sign(challenge, differing), place, now);
	};

	it('is made known by who came by a letter, and signs in from then on', async () => {
		const { device, token, who } = await withDevice();
		expect((await signedIn(token)).session.means).toBe('passkey');
		expect(await sessions.find(portal, '', at)).toEqual({ state: 'unknown' });
		const handle = Buffer.from(who.account.id).toString('base64url');
		const again = await sign(device, { handle, counter: 1 });
		const found = await signedIn(again.ok ? again.value : '');
		expect(found.account).toMatchObject({ id: who.account.id, personId: person.id });
		const { audit } = portal.store.t;
		const means = (await portal.store.read.select().from(audit))
			.filter(({ action }) => action === 'session.start')
			.map(({ detail }) => detail['means']);
		expect(means).toEqual(['letter', 'passkey', 'passkey']);
	});

	it('ends the sign-in of the letter, and the person is told', async () => {
		const { who } = await withDevice();
		const { sessions: s } = portal.store.t;
		const rows = await portal.store.read.select().from(s);
		expect(rows.find(({ id }) => id === who.session.id)?.endedAt).toBe(at);
		const actor = { ...residentOf(portal, person.id), id: who.account.id };
		const told = (await notices.own(actor, at)).map(({ kind }) => kind);
		expect(told.toSorted()).toEqual(['accessLetter', 'deviceNew']);
	});

	it('is never added by a sign-in with DigiD or a code', async () => {
		const { who } = await withDevice();
		for (const means of ['provider', 'code'] as const) {
			const session = { ...who.session, means };
			await expect(askToAdd(portal, { ...who, session }, place, at)).rejects.toThrow(NotFound);
			await expect(add(portal, { ...who, session }, '{}', place, at)).rejects.toThrow(NotFound);
		}
	});

	it.each([
		['of another page', { origin: 'https://evil.example' }],
		['for another host', { host: 'evil.example' }],
		['without finger, face or PIN', { isVerified: false }],
	])('is refused %s, when made and when signing', async (_, differing) => {
		const { device } = await withDevice();
		const who = await byLetter();
		const { challenge } = await askToAdd(portal, who, place, at);
		const other = authenticator(host, origin).make(challenge, differing);
		expect(await add(portal, who, other, place, at)).toEqual(failed);
		expect(await sign(device, { counter: 1, ...differing })).toEqual(failed);
	});

	it('signs each question once, in five minutes, and only what was asked of it', async () => {
		const { device, who } = await withDevice();
		const asked = await askToSignIn(portal, place, at);
		const signed = device.sign(asked.challenge, { counter: 1 });
		expect((await signIn(portal, signed, place, at)).ok).toBe(true);
		expect(await signIn(portal, signed, place, at)).toEqual(failed);
		const late = await askToSignIn(portal, place, at);
		const lateSigned = device.sign(late.challenge, { counter: 2 });
		expect(await signIn(portal, lateSigned, place, at + 300_001)).toEqual(failed);
		const made = device.sign('AAAAAAAAAAAAAAAAAAAAAA', { counter: 3 });
		expect(await signIn(portal, made, place, at)).toEqual(failed);
		const letter = await byLetter();
		const toAdd = await askToAdd(portal, letter, place, at);
		const crossed = device.sign(toAdd.challenge, { counter: 4 });
		expect(await signIn(portal, crossed, place, at)).toEqual(failed);
		const elsewhere = { ...letter, account: { ...who.account, id: 'A'.repeat(22) } };
		const newer = authenticator(host, origin).make(toAdd.challenge);
		expect(await add(portal, elsewhere, newer, place, at)).toEqual(failed);
	});

	it('that counts back is a copy, and one of another account is nobody', async () => {
		const { device } = await withDevice();
		expect((await sign(device, { counter: 5 })).ok).toBe(true);
		expect(await sign(device, { counter: 5 })).toEqual(failed);
		expect(await sign(device, { counter: 4 })).toEqual(failed);
		expect(await audited(portal, 'access.refused')).toBe(2);
		const handle = Buffer.from('B'.repeat(22)).toString('base64url');
		expect(await sign(device, { counter: 9, handle })).toEqual(failed);
		expect(await sign(authenticator(host, origin))).toEqual(failed);
	});

	it.each(['', '{}', '[]', 'null', '{"id":"a"}', '{"response":{}}', 'x'.repeat(20_001)])(
		'is nothing that reads so: %.20j',
		async (text) => {
			const who = await byLetter();
			expect(await add(portal, who, text, place, at)).toEqual(failed);
			expect(await signIn(portal, text, place, at)).toEqual(failed);
		},
	);

	it('that is lost ends at once with all else: letters, codes, sign-ins; and a new letter works', async () => {
		const { device, token, who } = await withDevice();
		const waiting = await given(kim(), person.id);
		const fresh = await given(kim(), person.id, true);
		expect(await sessions.find(portal, token, at)).toMatchObject({ state: 'ended' });
		expect(await sign(device, { counter: 1 })).toEqual(failed);
		expect((await activate(portal, waiting, phone, moment, cheap)).ok).toBe(false);
		const desk = await forDesk(kim(), person.id, moment);
		expect(desk).toMatchObject({ devices: [], codeChannel: null, signedIn: 0 });
		expect(desk.letters.map(({ state }) => state).toSorted()).toEqual(['open', 'replaced', 'used']);
		expect((await activate(portal, fresh, phone, moment, cheap)).ok).toBe(true);
		const actor = { ...residentOf(portal, person.id), id: who.account.id };
		expect((await notices.own(actor, at)).map(({ kind }) => kind)).toContain('accessEnded');
		expect(await audited(portal, 'access.lost')).toBe(1);
	});

	it('that is being added while the phone is lost is not added', async () => {
		const who = await byLetter();
		const { challenge } = await askToAdd(portal, who, place, at);
		await given(kim(), person.id, true);
		const made = authenticator(host, origin).make(challenge);
		expect(await add(portal, who, made, place, at)).toEqual(failed);
	});

	it('is taken away by its owner with what it had signed in, and by nobody else', async () => {
		const { device, token, who } = await withDevice();
		const actor = { ...residentOf(portal, person.id), id: who.account.id };
		const shown = await own(actor, (await signedIn(token)).session.id, moment);
		expect(shown.sessions).toMatchObject([{ isThis: true, device: 'Chrome, Android' }]);
		expect(shown.hasDigid).toBe(false);
		const [{ id } = { id: '' }] = shown.devices;
		const other = await addPerson(portal);
		const stranger = residentOf(portal, other.id);
		await expect(removeDevice(stranger, id, moment)).rejects.toThrow(NotFound);
		await removeDevice(actor, id, moment);
		expect(await sessions.find(portal, token, at)).toMatchObject({ state: 'ended' });
		expect(await sign(device, { counter: 1 })).toEqual(failed);
	});

	it('is not shown to another klantmanager', async () => {
		await expect(forDesk(staffOf(portal, 'bart'), person.id, moment)).rejects.toThrow(NotFound);
	});

	it('and DigiD open one account', async () => {
		const { who } = await withDevice();
		const digid = { issuer: 'https://digid.example', subject: 'p-1', bsn: '999990019' };
		expect((await accounts.ofResident(portal, digid, at))?.id).toBe(who.account.id);
	});
});
