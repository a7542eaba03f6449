import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Resident, Staff } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import { NotFound } from '../errors.ts';
import * as people from '../people/people.ts';
import { readers } from '../people/readers.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as contacts from './contacts.ts';

const minute = 60_000;
const start = Date.parse('2026-11-23T10:00:00Z');
const after = (minutes: number): Moment => {
	const now = start + minutes * minute;
	return { now, today: dayOf(now) };
};

eachEngine('where somebody is reached', (open) => {
	let world: World;
	let anna: Staff;
	let mine: Resident;
	let codes: string[];
	const channels = {
		sms: {
			send({ words }: { readonly words: { readonly dutch: string } }) {
				codes.push(/\d{6}/.exec(words.dutch)?.[0] ?? '');
				return Promise.resolve({ ok: true } as const);
			},
		},
	};

	beforeEach(async () => {
		world = await open();
		anna = staffOf(world.portal, 'anna');
		const { id } = await addPerson(world.portal, { klantmanagerId: 'anna', phone: '06 1' });
		mine = residentOf(world.portal, id);
		codes = [];
	});
	afterEach(() => world.close());

	const ask = (to = '06 12 34 56 78', moment = after(0)) =>
		contacts.sendCode(mine, { channel: 'sms', to }, channels, moment);
	const confirm = (code: string, moment = after(1), actor = mine) =>
		contacts.confirmCode(actor, { channel: 'sms', code }, moment);
	const other = (code: string) => (code === '000000' ? '000001' : '000000');

	describe('a new phone', () => {
		it('is the person’s with the code that came there, and no longer verified when it becomes another', async () => {
			await ask();
			expect((await contacts.own(mine)).phone).toEqual({ value: '06 1', verifiedOn: null });
			const spaced = `${codes[0]?.slice(0, 3)} ${codes[0]?.slice(3)}`;
			expect(await confirm(spaced)).toMatchObject({ ok: true });
			const verified = { value: '06 12 34 56 78', verifiedOn: '2026-11-23' };
			expect((await contacts.own(mine)).phone).toEqual(verified);
			expect(await confirm(codes[0] ?? '')).toEqual({ ok: false, problems: { code: 'codeOver' } });
			await world.portal.store.touch((tx) =>
				tx.update(world.portal.store.t.people).set({ phone: '06 2' }),
			);
			expect((await contacts.own(mine)).phone.verifiedOn).toBe(null);
		});

		it('is not with the code of somebody else, a wrong one, or one that is over', async () => {
			const stranger = await addPerson(world.portal);
			await ask();
			const [code = ''] = codes;
			const outsider = confirm(code, after(1), residentOf(world.portal, stranger.id));
			expect(await outsider).toEqual({ ok: false, problems: { code: 'codeOver' } });
			expect(await confirm(code, after(15))).toEqual({ ok: false, problems: { code: 'codeOver' } });
			for (let nth = 0; nth < 5; nth += 1) {
				expect(await confirm(other(code))).toEqual({ ok: false, problems: { code: 'codeWrong' } });
			}
			expect(await confirm(code)).toEqual({ ok: false, problems: { code: 'codeOver' } });
			expect((await contacts.own(mine)).phone.value).toBe('06 1');
		});

		it('gets five codes a day, of which the last counts', async () => {
			for (let nth = 0; nth < 5; nth += 1) await ask(undefined, after(nth));
			expect(await ask(undefined, after(6))).toEqual({
				ok: false,
				problems: { to: 'codesTooMany' },
			});
			const [first = '', , , , last = ''] = codes;
			if (first !== last) expect((await confirm(first, after(7))).ok).toBe(false);
			expect((await confirm(last, after(7))).ok).toBe(true);
			expect((await ask(undefined, after(24 * 60 + 10))).ok).toBe(true);
		});

		it('is refused where nothing can go: no mobile number, no channel, veilig contact', async () => {
			expect(await ask('0513 12 34 56')).toEqual({ ok: false, problems: { to: 'notAPhone' } });
			const wish = { channel: 'email', to: 'a@post.example' } as const;
			expect(await contacts.sendCode(mine, wish, channels, after(0))).toEqual({
				ok: false,
				problems: { to: 'codeNotSent' },
			});
			await people.saySafeContact(mine, true, start);
			expect(await ask()).toEqual({ ok: false, problems: { to: 'feedSafeContact' } });
			expect(codes).toEqual([]);
		});

		it('stands nowhere in the open, nor does the code', async () => {
			await ask();
			const { store } = world.portal;
			const rows = [
				await store.read.select().from(store.t.contactCodes),
				await store.read.select().from(store.t.audit),
			];
			expect(JSON.stringify(rows)).not.toMatch(new RegExp(`12 34 56 78|"${codes[0]}"`));
		});
	});

	describe('veilig contact', () => {
		const isSafe = async () => (await contacts.own(mine)).safeContact;

		it('ends by the person who asked for it', async () => {
			await people.saySafeContact(mine, true, start);
			expect(await isSafe()).toBe('bySelf');
			expect(await people.saySafeContact(mine, false, start)).toBe(true);
			expect(await isSafe()).toBe('off');
		});

		it('that the gemeente set does not end by the person alone', async () => {
			await world.portal.store.touch((tx) =>
				tx.update(world.portal.store.t.people).set({ safeContact: true }),
			);
			expect(await isSafe()).toBe('byGemeente');
			expect(await people.saySafeContact(mine, true, start)).toBe(true);
			expect(await people.saySafeContact(mine, false, start)).toBe(false);
			expect(await isSafe()).toBe('byGemeente');
		});
	});

	it('an address is written down by the gemeente, sealed, and read by who may', async () => {
		await contacts.sayAddress(anna, mine.personId, 'Dorpsstraat 1, Heerenveen', after(0));
		expect((await contacts.own(mine)).address).toBe('Dorpsstraat 1, Heerenveen');
		const { store } = world.portal;
		const rows = await store.read.select().from(store.t.personContacts);
		expect(JSON.stringify(rows)).not.toContain('Dorpsstraat');
		for (const actor of [staffOf(world.portal, 'bart'), residentOf(world.portal, 'else')]) {
			await expect(contacts.addressOf(actor, mine.personId)).rejects.toThrow(NotFound);
		}
		await contacts.sayAddress(anna, mine.personId, null, after(0));
		expect(await contacts.addressOf(anna, mine.personId)).toBe(null);
	});

	it('who opened the file is shown to the person by name, once a day', async () => {
		const account = { id: 'anna', kind: 'staff', issuer: 'i', subject: 's', name: 'Anna' } as const;
		const rest = { roles: ['klantmanager'], gemeentecodes: [], language: 'nl', createdAt: 0 };
		await world.portal.store.touch((tx) =>
			tx.insert(world.portal.store.t.accounts).values({ ...account, ...rest }),
		);
		for (const moment of [after(0), after(5), after(24 * 60)]) {
			await people.logReading(anna, mine.personId, moment.now);
		}
		expect(await readers(mine)).toEqual([
			{ name: 'Anna', role: 'klantmanager', on: '2026-11-24' },
			{ name: 'Anna', role: 'klantmanager', on: '2026-11-23' },
		]);
		await expect(readers(residentOf(world.portal, 'else'))).rejects.toThrow(NotFound);
	});
});
