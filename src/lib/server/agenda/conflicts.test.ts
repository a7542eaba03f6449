import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident, Staff } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as agenda from './agenda.ts';
import { at, lessons, talk } from './test-agenda.ts';

const early = at('2026-10-01');
const week = { from: day('2026-10-12'), until: day('2026-10-19') };

/** Lessons are on Tuesday 13 October 2026 from nine until twelve. */
const during = { ...talk, on: day('2026-10-13'), at: '11:30' };

eachEngine('what falls together', (open) => {
	let world: World;
	let anna: Staff;
	let me: Resident;

	beforeEach(async () => {
		world = await open();
		anna = staffOf(world.portal, 'anna');
		const { id } = await addPerson(world.portal, { klantmanagerId: 'anna' });
		me = residentOf(world.portal, id);
		await planned(lessons);
	});
	afterEach(() => world.close());

	async function planned(what: agenda.Planned): Promise<string> {
		const outcome = await agenda.plan(anna, { personId: me.personId }, what, early);
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
		return outcome.value;
	}
	async function clashes() {
		const found = agenda.clashes(await agenda.of(anna, me.personId, week));
		return [...found].map(([key, others]) => [key.slice(-10), ...others.map(({ kind }) => kind)]);
	}

	it('is said of both, and of nothing that only touches', async () => {
		await planned({ ...during, at: '12:00' });
		expect(await clashes()).toEqual([]);
		await planned(during);
		expect(await clashes()).toEqual([
			['2026-10-13', 'appointment'],
			['2026-10-13', 'lesson', 'appointment'],
			['2026-10-13', 'appointment'],
		]);
	});

	it('finds what lies inside something longer that began before other things', async () => {
		await planned({ ...during, at: '08:00', minutes: 600 });
		await planned({ ...during, at: '15:00' });
		const found = await clashes();
		expect(found.map(([, ...others]) => others.length)).toEqual([2, 1, 1]);
	});

	it('is nothing once one of the two is off', async () => {
		const itemId = await planned(during);
		await agenda.cancel(anna, itemId, 0, 'staffAway', early);
		expect(await clashes()).toEqual([]);
	});

	it('is nothing once the person said to which one not to come, until that moves', async () => {
		const itemId = await planned(during);
		const occurrence = `${itemId}.2026-10-13`;
		const reason = 'otherAppointment';
		const said = { personId: me.personId, occurrence, isComing: false, reason, key: 'k' } as const;
		await agenda.answer(me, said, early);
		expect(await clashes()).toEqual([]);
		const to = { ...during, isCancelled: false, at: '11:00', reason: 'staffAway' } as const;
		await agenda.change(anna, occurrence, { revision: 0, exceptionRevision: 0 }, to, early);
		expect(await clashes()).toHaveLength(2);
	});

	it('is known before something is planned or moved, but not of the thing itself', async () => {
		const ask = (time: string, except: string | null = null) =>
			agenda.clashesAt(anna, me.personId, { on: week.from, at: time, minutes: 60 }, except);
		const itemId = await planned({ ...during, on: week.from, at: '13:30', minutes: 45 });
		expect((await ask('13:00')).map(({ itemId }) => itemId)).toEqual([itemId]);
		expect(await ask('12:30')).toEqual([]);
		expect(await ask('14:15')).toEqual([]);
		expect(await ask('13:00', `${itemId}.2026-10-12`)).toEqual([]);
	});

	it('goes past midnight', async () => {
		await planned({ ...during, on: week.from, at: '23:30', minutes: 90 });
		const when = { on: day('2026-10-13'), at: '00:30', minutes: 30 };
		expect(await agenda.clashesAt(anna, me.personId, when, null)).toHaveLength(1);
	});

	it('is not told to who has not this caseload', async () => {
		const when = { on: week.from, at: '09:00', minutes: 60 };
		const bart = staffOf(world.portal, 'bart');
		await expect(agenda.clashesAt(bart, me.personId, when, null)).rejects.toThrow(NotFound);
	});

	it('adds up the minutes of a day once each, without what gives hours of its own', async () => {
		const on = day('2026-10-13');
		expect(await agenda.takenMinutes(me, me.personId, on)).toBe(180);
		await planned(during);
		expect(await agenda.takenMinutes(me, me.personId, on)).toBe(195);
		await planned({ ...during, at: '16:00', kind: 'pvt', minutes: 120 });
		expect(await agenda.takenMinutes(me, me.personId, on)).toBe(195);
		expect(await agenda.takenMinutes(me, me.personId, day('2026-10-14'))).toBe(0);
	});
});
