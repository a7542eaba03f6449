import { afterEach, beforeEach, expect, it } from 'vitest';
import * as accounts from '../accounts/accounts.ts';
import * as sessions from '../accounts/sessions.ts';
import { NotFound } from '../errors.ts';
import type { Person } from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { addPerson, eachEngine, staffOf, type World } from '../test-world.ts';
import { activate } from './activating.ts';
import { issue, prepare } from './letters.ts';
import { at, audited, cheap, given, later, moment, otherCode, phone } from './test-ways-in.ts';
import { Busy, decoy, isSameSecret, slowHash } from './slow-hash.ts';

const day = 24 * 60 * 60_000;
const refusal = { ok: false, problems: { code: 'codeRefused' } } as const;

eachEngine('a letter', (open) => {
	let world: World;
	let portal: Portal;
	let person: Person;

	beforeEach(async () => {
		world = await open();
		({ portal } = world);
		person = await addPerson(portal, { klantmanagerId: 'kim', bsn: '999990019', language: 'ti' });
	});
	afterEach(() => world.close());

	const kim = () => staffOf(portal, 'kim');
	const use = (letter: { number: string; code: string }, address = phone.address, when = moment) =>
		activate(portal, letter, { ...phone, address }, when, cheap);

	it('opens once, and nothing but the page where the own device is made known', async () => {
		const letter = await given(kim(), person.id);
		const opened = await use(letter);
		const token = opened.ok ? opened.value : '';
		const found = await sessions.find(portal, token, at);
		expect(found).toMatchObject({
			state: 'alive',
			session: { means: 'letter' },
			account: { personId: person.id, language: 'ti' },
		});
		expect(await sessions.find(portal, token, at + 16 * 60_000)).toMatchObject({ state: 'ended' });
		expect(await use(letter)).toEqual(refusal);
	});

	it('is kept as a slow hash, and its code nowhere', async () => {
		const { code } = await given(kim(), person.id);
		const { activationLetters, audit } = portal.store.t;
		const rows = [
			...(await portal.store.read.select().from(activationLetters)),
			...(await portal.store.read.select().from(audit)),
		];
		expect(JSON.stringify(rows)).not.toContain(code.slice(0, 16));
		expect(JSON.stringify(rows)).toContain('argon2id$8$1$');
		expect((await prepare(kim(), person.id, moment)).codeHash).toMatch(/^argon2id\$19456\$2\$/);
	});

	it('gives the account of before, and DigiD comes to the same one later', async () => {
		const digid = { issuer: 'https://digid.example', subject: 'p-1', bsn: '999990019' };
		await use(await given(kim(), person.id));
		const byDigid = await accounts.ofResident(portal, digid, at);
		await use(await given(kim(), person.id));
		const { accounts: a, accountIdentities } = portal.store.t;
		expect(await portal.store.read.$count(a)).toBe(1);
		expect(await portal.store.read.$count(accountIdentities)).toBe(1);
		expect(await accounts.ofResident(portal, digid, at + 1)).toEqual(byDigid);
	});

	it('of 50 right answers at once opens one sign-in', async () => {
		const letter = await given(kim(), person.id);
		const all = await Promise.all(
			Array.from({ length: 50 }, (_, nth) => use(letter, `10.0.0.${nth}`)),
		);
		expect(all.filter(({ ok }) => ok)).toHaveLength(1);
		expect(await portal.store.read.$count(portal.store.t.sessions)).toBe(1);
	});

	it('is locked after five wrong codes, for the right one too', async () => {
		const letter = await given(kim(), person.id);
		for (let nth = 1; nth <= 4; nth += 1) {
			expect(await use({ ...letter, code: otherCode(letter, nth) })).toEqual(refusal);
		}
		const second = await given(kim(), person.id);
		for (let nth = 1; nth <= 5; nth += 1) {
			expect(await use({ ...second, code: otherCode(second, nth) })).toEqual(refusal);
		}
		expect(await use(second)).toEqual(refusal);
		expect(await audited(portal, 'access.activate')).toBe(0);
	});

	it('opens with the right code after four wrong ones', async () => {
		const letter = await given(kim(), person.id);
		for (let nth = 1; nth <= 4; nth += 1) await use({ ...letter, code: otherCode(letter, nth) });
		expect((await use(letter)).ok).toBe(true);
	});

	it('is told from none by no answer: unknown, wrong, replaced, too old, locked', async () => {
		const letter = await given(kim(), person.id);
		const unknown = { number: '99999999', code: '' };
		const answers = [
			await use({ ...letter, code: otherCode(letter, 1) }),
			await use({ ...unknown, code: otherCode({ ...letter, ...unknown, code: letter.code }, 0) }),
			await use(letter, '10.0.0.1', later(31 * day)),
		];
		await given(kim(), person.id);
		answers.push(await use(letter));
		for (const answer of answers) expect(answer).toEqual(refusal);
	});

	it('costs no try for what cannot be a code, and writes nothing', async () => {
		const { number } = await given(kim(), person.id);
		const typo = { ok: false, problems: { code: 'codeTypo' } };
		expect(await use({ number, code: '123' })).toEqual(typo);
		expect(await audited(portal, 'access.try')).toBe(0);
	});

	it('of a number that was guessed before it was given has all its tries', async () => {
		const prepared = await prepare(kim(), person.id, moment, cheap);
		for (let nth = 1; nth <= 6; nth += 1)
			await use({ ...prepared, code: otherCode(prepared, nth) });
		await issue(kim(), prepared, false, moment);
		expect((await use(prepared)).ok).toBe(true);
	});

	it('cannot be tried on from an address with 20 wrong codes in an hour, and then writes nothing', async () => {
		const letter = await given(kim(), person.id);
		const often = { ok: false, problems: { code: 'codeTooOften' } };
		for (let nth = 0; nth < 20; nth += 1) {
			const number = String(20_000_000 + nth);
			await use({ number, code: otherCode({ ...letter, number }, 0) });
		}
		expect(await use(letter)).toEqual(often);
		expect(await audited(portal, 'access.try')).toBe(20);
		expect((await use(letter, '198.51.100.7')).ok).toBe(true);
	});

	it('is not kept from everybody by who guesses at numbers of no letter, or goes on at a locked one', async () => {
		const letter = await given(kim(), person.id);
		for (let nth = 0; nth < 9; nth += 1) {
			const number = String(20_000_000 + nth);
			await use({ number, code: otherCode({ ...letter, number }, 0) }, `10.2.${nth}.1`);
			await use({ ...letter, code: otherCode(letter, 1 + nth) }, `10.3.${nth}.1`);
		}
		const rows = await portal.store.read.select().from(portal.store.t.signInTries);
		expect(rows.find(({ about }) => about === 'everybody')?.tried).toBe(5);
	});

	it('is guessed at from one network of IPv6 no more often than from one address', async () => {
		const letter = await given(kim(), person.id);
		for (let nth = 0; nth < 20; nth += 1) {
			const number = String(20_000_000 + nth);
			await use({ number, code: otherCode({ ...letter, number }, 0) }, `2001:db8:1:2::${nth + 1}`);
		}
		const often = { ok: false, problems: { code: 'codeTooOften' } };
		expect(await use(letter, '2001:db8:1:2:ffff::1')).toEqual(often);
		expect((await use(letter, '2001:db8:1:3::1')).ok).toBe(true);
	});

	it('is given by the own klantmanager, and by no other', async () => {
		const other = staffOf(portal, 'bart');
		await expect(prepare(other, person.id, moment, cheap)).rejects.toThrow(NotFound);
		const prepared = await prepare(kim(), person.id, moment, cheap);
		await expect(issue(other, prepared, false, moment)).rejects.toThrow(NotFound);
		expect(await portal.store.read.$count(portal.store.t.activationLetters)).toBe(0);
	});

	it('opens nothing for an account that was closed', async () => {
		await use(await given(kim(), person.id));
		const { accounts: a } = portal.store.t;
		await portal.store.touch((tx) => tx.update(a).set({ disabledAt: at }));
		expect(await use(await given(kim(), person.id))).toEqual(refusal);
	});
});

it('many slow hashes wait for their turn, and too many are told to come back', async () => {
	const hash = await slowHash('one', cheap);
	expect(await isSameSecret('one', hash)).toBe(true);
	expect(await isSameSecret('two', hash)).toBe(false);
	expect(await isSameSecret('one', decoy(cheap))).toBe(false);
	const all = await Promise.allSettled(
		Array.from({ length: 300 }, () => isSameSecret('one', hash)),
	);
	const failed = all.filter(({ status }) => status === 'rejected');
	expect(failed).toHaveLength(98);
	for (const one of failed) expect(one).toMatchObject({ reason: expect.any(Busy) });
	expect(await isSameSecret('one', hash)).toBe(true);
});
