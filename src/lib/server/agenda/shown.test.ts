import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addDays, day, type Day } from '#lib/law/day.ts';
import type { Resident, Staff } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as agenda from './agenda.ts';
import { at, lessons, talk } from './test-agenda.ts';

const early = at('2026-10-01');

eachEngine('the agenda as its person sees it', (open) => {
	let world: World;
	let anna: Staff;
	let me: Resident;

	beforeEach(async () => {
		world = await open();
		anna = staffOf(world.portal, 'anna');
		const { id } = await addPerson(world.portal, { klantmanagerId: 'anna' });
		me = residentOf(world.portal, id);
	});
	afterEach(() => world.close());

	async function planned(what: agenda.Planned = talk): Promise<string> {
		const outcome = await agenda.plan(anna, { personId: me.personId }, what, early);
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
		return outcome.value;
	}
	const say = (occurrence: string, isComing: boolean, moment = early) => {
		const reason = isComing ? null : 'ill';
		const said = {
			personId: me.personId,
			occurrence,
			isComing,
			reason,
			key: `${isComing}`,
		} as const;
		return agenda.answer(me, said, moment);
	};
	const move = (key: string, on: Day) => {
		const to = { ...talk, on, isCancelled: false, reason: 'staffAway' } as const;
		return agenda.change(anna, key, { revision: 0, exceptionRevision: 0 }, to, early);
	};

	it('asks once for an appointment, and again when it moved', async () => {
		const key = `${await planned()}.2026-10-12`;
		const look = () => agenda.shownOne(me, key, early);
		expect(await look()).toMatchObject({ isAsked: true, phase: 'ahead', answer: null });
		await say(key, true);
		expect(await look()).toMatchObject({ isAsked: false, answer: { isComing: true, holds: true } });
		await move(key, day('2026-10-14'));
		expect(await look()).toMatchObject({ isAsked: true, answer: { holds: false } });
	});

	it('asks for no lesson of a series, but for one that moved', async () => {
		const key = `${await planned(lessons)}.2026-10-06`;
		expect((await agenda.shownOne(me, key, early)).isAsked).toBe(false);
		await move(key, day('2026-10-07'));
		expect((await agenda.shownOne(me, key, early)).isAsked).toBe(true);
	});

	it('asks nothing of what is off, has begun, or is over', async () => {
		const itemId = await planned();
		const look = (time: string) =>
			agenda.shownOne(me, `${itemId}.2026-10-12`, at('2026-10-12', time));
		expect(await look('13:29')).toMatchObject({ phase: 'ahead', isAsked: true, near: 'today' });
		expect(await look('13:30')).toMatchObject({ phase: 'now', isAsked: false });
		expect(await look('14:14')).toMatchObject({ phase: 'now', isAsked: false });
		expect(await look('14:15')).toMatchObject({ phase: 'over', isAsked: false });
		await agenda.cancel(anna, itemId, 0, 'staffAway', early);
		expect(await look('09:00')).toMatchObject({ isCancelled: true, isAsked: false });
	});

	it('says what falls together, also from the day before', async () => {
		await planned({ ...talk, on: day('2026-10-11'), at: '23:00', minutes: 120 });
		const key = `${await planned({ ...talk, on: day('2026-10-12'), at: '00:30' })}.2026-10-12`;
		expect((await agenda.shownOne(me, key, early)).clashes).toHaveLength(1);
		const window = { from: day('2026-10-12'), until: day('2026-10-13') };
		expect(await agenda.shown(me, window, early)).toMatchObject([{ key, clashes: [{}] }]);
	});

	it('finds nothing of somebody else', async () => {
		const key = `${await planned()}.2026-10-12`;
		const { id } = await addPerson(world.portal, { klantmanagerId: 'anna' });
		const other = residentOf(world.portal, id);
		await expect(agenda.shownOne(other, key, early)).rejects.toThrow(NotFound);
		expect(await agenda.soon(other, at('2026-10-12'))).toEqual({
			next: [],
			later: null,
			asked: [],
		});
	});

	it('tells what is on or comes within two days, or else the first thing after it', async () => {
		await planned(lessons);
		await planned();
		const soon = async (on: string, time: string) => {
			const { asked, later, next } = await agenda.soon(me, at(on, time));
			return [next.map((one) => one.on), later?.on, asked.length];
		};
		expect(await soon('2026-10-10', '13:30')).toEqual([[], '2026-10-12', 1]);
		expect(await soon('2026-10-10', '13:31')).toEqual([['2026-10-12'], undefined, 1]);
		expect(await soon('2026-10-13', '11:59')).toEqual([['2026-10-13', '2026-10-15'], undefined, 0]);
		expect(await soon('2026-10-13', '12:00')).toEqual([['2026-10-15'], undefined, 0]);
		expect(await soon('2026-12-15', '12:00')).toEqual([[], undefined, 0]);
	});

	it('shows the same by day as by week, over both changes of the clock, whatever moved', async () => {
		const itemId = await planned({ ...lessons, rule: 'FREQ=DAILY', until: day('2027-04-20') });
		const days = fc.integer({ min: 0, max: 190 }).map((n) => addDays(day('2026-10-10'), n));
		const moves = fc.uniqueArray(fc.tuple(days, days), {
			selector: ([from]) => from,
			maxLength: 4,
		});
		const times = fc.constantFrom('00:00', '02:30', '23:45');
		const run = fc.asyncProperty(moves, times, async (moves, time) => {
			for (const [from, to] of moves) await moveFreely(`${itemId}.${from}`, to, time);
			for (const monday of ['2026-10-19', '2026-10-26', '2027-03-22', '2027-03-29'] as const) {
				const week = agenda.weekOf(day(monday));
				const whole = (await agenda.shown(me, week, early)).map(({ key }) => key);
				const parts = [];
				for (let on = week.from; on < week.until; on = addDays(on, 1)) {
					parts.push(...(await agenda.shown(me, { from: on, until: addDays(on, 1) }, early)));
				}
				expect(parts.map(({ key }) => key)).toEqual(whole);
				const grouped = agenda.byDay(parts, week, week.from);
				expect(grouped.flatMap(({ planned }) => planned.map(({ key }) => key))).toEqual(whole);
				expect(grouped).toHaveLength(7);
			}
		});
		await fc.assert(run, { numRuns: 8 });
	});

	async function moveFreely(key: string, on: Day, time: string) {
		const { exceptionRevision, revision } = await agenda.one(me, me.personId, key);
		const to = { ...lessons, on, at: time, isCancelled: false, reason: 'roomGone' } as const;
		const moved = await agenda.change(anna, key, { revision, exceptionRevision }, to, early);
		if (!moved.ok) throw new Error(JSON.stringify(moved.problems));
	}
});
