import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import * as sessions from '../accounts/sessions.ts';
import { NotFound } from '../errors.ts';
import type { Received } from '../notices/test-notices.ts';
import { becomes, receiving } from '../notices/test-notices.ts';
import type { Person } from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { addPerson, eachEngine, staffOf, type World } from '../test-world.ts';
import { activate } from './activating.ts';
import { answer } from './codes.ts';
import { askForCode, askForFirstCode } from './sending.ts';
import { at, audited, cheap, given, later, moment, phone } from './test-ways-in.ts';

const minute = 60_000;
const refusal = { ok: false, problems: { code: 'codeRefused' } };
const reached = { phone: '06 12 34 56 78', email: 'Amina@post.example' };
const bornOn = day('1990-05-01');

eachEngine('a code at each sign-in', (open) => {
	let world: World;
	let portal: Portal;
	let person: Person;
	let got: Received[];
	const kim = () => staffOf(portal, 'kim');
	const post = () => ({ channels: receiving(got), offered: ['sms', 'email'] as const });

	beforeEach(async () => {
		world = await open();
		({ portal } = world);
		got = [];
		person = await addPerson(portal, { klantmanagerId: 'kim', language: 'ti', ...reached });
	});
	afterEach(() => world.close());

	async function byLetter() {
		const opened = await activate(portal, await given(kim(), person.id), phone, moment, cheap);
		const found = await sessions.find(portal, opened.ok ? opened.value : '', at);
		if (found.state !== 'alive') throw new Error('no sign-in');
		return found;
	}

	/** Somebody who chose codes. */
	async function withCodes(channel: 'sms' | 'email' = 'sms') {
		const who = await byLetter();
		const asked = await askForFirstCode(portal, post(), who, channel, phone.address, moment);
		expect((await answer(portal, idOf(asked), sent(), phone, moment)).ok).toBe(true);
		got = [];
		return who;
	}

	const ask = (reach = reached.phone, on = bornOn, when = moment, address = phone.address) =>
		askForCode(portal, post(), { reach, bornOn: on }, address, when);
	const idOf = (asked: Awaited<ReturnType<typeof ask>>) => (asked.ok ? asked.value : '');
	const sent = () => /\d{3} \d{3}/.exec(got.at(-1)?.outgoing.words.dutch ?? '')?.[0] ?? '';
	const wrong = (code: string) =>
		String((Number(code.replace(' ', '')) + 1) % 1_000_000).padStart(6, '0');

	it('is chosen by who came by a letter, and opens from then on', async () => {
		const who = await withCodes();
		const found = await sessions.find(portal, '', at);
		expect(found.state).toBe('unknown');
		const asked = await ask();
		expect(got).toMatchObject([{ channel: 'sms', to: '+31612345678' }]);
		expect(got[0]?.outgoing.words.language).toBe('ti');
		const opened = await answer(portal, idOf(asked), sent(), phone, moment);
		const alive = await sessions.find(portal, opened.ok ? opened.value : '', at);
		expect(alive).toMatchObject({ state: 'alive', session: { means: 'code' } });
		const rows = await portal.store.read.select().from(portal.store.t.sessions);
		expect(rows.find(({ id }) => id === who.session.id)?.endedAt).toBe(at);
	});

	it.each(['+31612345678', '0612345678', 'amina@POST.example'])(
		'is asked for by %s, and goes where was chosen',
		async (reach) => {
			await withCodes('email');
			await ask(reach);
			expect(got).toMatchObject([{ channel: 'email', to: reached.email }]);
		},
	);

	it('goes to nobody who did not choose it, is not known so, or has veilig contact, and looks alike', async () => {
		expect((await ask()).ok).toBe(true);
		await withCodes();
		expect((await ask('06 99 99 99 99')).ok).toBe(true);
		expect((await ask(reached.phone, day('1990-05-02'))).ok).toBe(true);
		await becomes(portal, person.id, { safeContact: true });
		const asked = await ask();
		expect(got).toEqual([]);
		expect(await answer(portal, idOf(asked), '000000', phone, moment)).toEqual(refusal);
	});

	it('goes to nobody where two cannot be told apart', async () => {
		await withCodes();
		const twin = person;
		person = await addPerson(portal, { klantmanagerId: 'kim', givenName: 'Twin', ...reached });
		await withCodes();
		expect((await ask()).ok).toBe(true);
		expect(got).toEqual([]);
		expect(twin.id).not.toBe(person.id);
	});

	it('works once, for ten minutes and five tries, and is kept nowhere', async () => {
		await withCodes();
		const once = await ask();
		const code = sent();
		expect((await answer(portal, idOf(once), code, phone, moment)).ok).toBe(true);
		expect(await answer(portal, idOf(once), code, phone, moment)).toEqual(refusal);
		const slow = await ask();
		expect(await answer(portal, idOf(slow), sent(), phone, later(10 * minute))).toEqual(refusal);
		const often = await ask();
		const right = sent();
		for (let nth = 0; nth < 5; nth += 1) {
			expect(await answer(portal, idOf(often), wrong(right), phone, moment)).toEqual(refusal);
		}
		expect(await answer(portal, idOf(often), right, phone, moment)).toEqual(refusal);
		const { audit, signInCodes } = portal.store.t;
		const kept = [
			...(await portal.store.read.select().from(signInCodes)),
			...(await portal.store.read.select().from(audit)),
		];
		expect(JSON.stringify(kept)).not.toContain(right.replace(' ', ''));
	});

	it('of 50 right answers at once opens one sign-in', async () => {
		await withCodes();
		const asked = await ask();
		const all = await Promise.all(
			Array.from({ length: 50 }, (_, nth) =>
				answer(portal, idOf(asked), sent(), { ...phone, address: `10.0.0.${nth}` }, moment),
			),
		);
		expect(all.filter(({ ok }) => ok)).toHaveLength(1);
	});

	it('is sent five times in an hour and no more, without saying so', async () => {
		await withCodes();
		for (let nth = 0; nth < 6; nth += 1) expect((await ask()).ok).toBe(true);
		// The first of them chose the codes.
		expect(got).toHaveLength(4);
		await ask(reached.phone, bornOn, later(60 * minute));
		expect(got).toHaveLength(5);
	});

	it('cannot be guessed on one account more than 20 times in a day, from wherever', async () => {
		await withCodes();
		for (let nth = 0; nth < 25; nth += 1) {
			const asked = await ask(reached.phone, bornOn, later(nth * 61 * minute), `10.0.1.${nth}`);
			const from = { ...phone, address: `10.0.1.${nth}` };
			const guess = await answer(
				portal,
				idOf(asked),
				wrong(sent()),
				from,
				later(nth * 61 * minute),
			);
			expect(guess.ok).toBe(false);
		}
		const rows = await portal.store.read.select().from(portal.store.t.signInTries);
		const counted = rows.filter(({ about }) => about.startsWith('account:'));
		expect(Math.max(...counted.map(({ tried }) => tried))).toBeLessThanOrEqual(20);
	});

	it('costs no try for what is no code, and is refused to who was not asked', async () => {
		const typo = { ok: false, problems: { code: 'codeTypo' } };
		const asked = await ask();
		for (const text of ['12345', '1234567', 'abcdef', '']) {
			expect(await answer(portal, idOf(asked), text, phone, moment)).toEqual(typo);
		}
		expect(await audited(portal, 'access.try')).toBe(0);
		for (const id of ['', 'x', 'A'.repeat(22)]) {
			expect(await answer(portal, id, '123456', phone, moment)).toEqual(refusal);
		}
	});

	it('is not chosen by another sign-in than of a letter, nor by a way that does not reach', async () => {
		const who = await byLetter();
		const other = { ...who, session: { ...who.session, means: 'provider' as const } };
		const choose = (adding: typeof who, channel: 'sms' | 'email') =>
			askForFirstCode(portal, post(), adding, channel, phone.address, moment);
		await expect(choose(other as typeof who, 'sms')).rejects.toThrow(NotFound);
		await becomes(portal, person.id, { phone: '0513-123456' });
		await expect(choose(who, 'sms')).rejects.toThrow(NotFound);
		await becomes(portal, person.id, { safeContact: true });
		await expect(choose(who, 'email')).rejects.toThrow(NotFound);
	});

	it('tells by no limit that somebody was found', async () => {
		await withCodes();
		const answersTo = async (reach: string) => {
			const given: unknown[] = [];
			for (let nth = 0; nth < 6; nth += 1) {
				const [when, address] = [later((nth * 20 + 61) * minute), `10.0.2.${nth}`];
				const asked = await ask(reach, bornOn, when, address);
				for (let guess = 0; guess < 5; guess += 1) {
					given.push(await answer(portal, idOf(asked), '000000', { ...phone, address }, when));
				}
			}
			return given;
		};
		expect(await answersTo(reached.phone)).toEqual(await answersTo('06 99 99 99 99'));
	});

	it('is not kept from everybody by who asks for nobody, or guesses at nothing', async () => {
		await withCodes();
		const { signInTries } = portal.store.t;
		for (let nth = 0; nth < 3; nth += 1) {
			const asked = await ask('06 99 99 99 99', bornOn, moment, `10.0.3.${nth}`);
			await answer(portal, idOf(asked), '000000', { ...phone, address: `10.0.3.${nth}` }, moment);
		}
		const rows = await portal.store.read.select().from(signInTries);
		const ofAll = rows.filter(({ about }) => about === 'everybody' || about === 'sent');
		// What the right answer of the letter and of the first code left behind.
		expect(ofAll.map(({ about, tried }) => [about, tried]).toSorted()).toEqual([
			['everybody', 0],
			['sent', 1],
		]);
	});

	it('dies with a phone that is lost', async () => {
		await withCodes();
		const asked = await ask();
		await given(kim(), person.id, true);
		expect(await answer(portal, idOf(asked), sent(), phone, moment)).toEqual(refusal);
		got = [];
		await ask();
		expect(got).toEqual([]);
	});

	it('dies with a phone that is lost while an answer from it waits for its turn', async () => {
		await withCodes();
		const asked = await ask();
		await given(kim(), person.id, true, later(5));
		expect(await answer(portal, idOf(asked), sent(), phone, moment)).toEqual(refusal);
	});
});
