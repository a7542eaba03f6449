import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import { NotFound, refused } from '../errors.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as agenda from './agenda.ts';
import { at, lessons } from './test-agenda.ts';

const early = at('2026-10-01');
const seen = { revision: 0, exceptionRevision: 0 };

eachEngine('a series that changes', (open) => {
	let world: World;
	let anna: Staff;
	let amina: string;
	let selam: string;
	let itemId: string;

	beforeEach(async () => {
		world = await open();
		anna = staffOf(world.portal, 'anna');
		amina = (await addPerson(world.portal, { klantmanagerId: 'anna' })).id;
		selam = (await addPerson(world.portal, { klantmanagerId: 'anna' })).id;
		const gemeentecode = world.portal.tenant.gemeenten[0]?.gemeentecode ?? '';
		const input = { gemeentecode, kind: 'lesson', name: 'Z3', partnerId: null } as const;
		const cohort = kept(await agenda.cohorts.start(anna, input, early));
		for (const id of [amina, selam])
			await agenda.cohorts.join(anna, cohort.id, id, day('2026-10-01'), early);
		await agenda.cohorts.leave(anna, cohort.id, selam, day('2026-10-20'), early);
		itemId = kept(await agenda.plan(anna, { cohortId: cohort.id }, lessons, early));
	});
	afterEach(() => world.close());

	const months = { from: day('2026-10-01'), until: day('2027-01-01') };
	const of = () => agenda.of(residentOf(world.portal, amina), amina, months);
	const going = async () =>
		(await of()).filter((one) => !one.isCancelled).map(({ at, on }) => `${on} ${at}`);
	const notices = async (kind: string) => {
		const { read, t } = world.portal.store;
		const rows = await read.select().from(t.notices);
		return rows.filter((row) => row.kind === kind);
	};
	const afternoons: agenda.Planned = {
		...lessons,
		on: day('2026-11-03'),
		at: '13:00',
		rule: 'FREQ=WEEKLY;BYDAY=TU,WE',
	};

	it('goes on as a new one, keeps what was off, and asks again who comes', async () => {
		const off = { ...(await view('2026-11-10')), isCancelled: true, reason: 'holiday' } as const;
		await agenda.change(anna, `${itemId}.2026-11-10`, seen, off, early);
		const said = { personId: amina, isComing: true, reason: null, key: 'k' };
		const own = residentOf(world.portal, amina);
		await agenda.answer(own, { ...said, occurrence: `${itemId}.2026-11-03` }, early);
		const next = kept(
			await agenda.changeFrom(anna, `${itemId}.2026-11-03`, 0, afternoons, at('2026-10-20')),
		);
		const all = await of();
		expect(all.filter((one) => one.itemId === itemId).at(-1)?.on).toBe('2026-10-29');
		const later = all.filter((one) => one.itemId === next);
		expect(later.map(({ at, on }) => `${on} ${at}`).slice(0, 3)).toEqual([
			'2026-11-03 13:00',
			'2026-11-04 13:00',
			'2026-11-10 13:00',
		]);
		expect(later[0]).toMatchObject({ answer: null });
		expect(later.filter(({ isCancelled }) => isCancelled).map(({ on }) => on)).toEqual([
			'2026-11-10',
		]);
		expect((await notices('agendaMoved')).map((one) => [one.personId, one.slots])).toEqual([
			[amina, { day: '2026-11-03', time: '13:00' }],
		]);
	});

	it('lets one of two who change it at once pass', async () => {
		const change = () =>
			agenda.changeFrom(anna, `${itemId}.2026-11-03`, 0, afternoons, at('2026-10-20'));
		const outcomes = await Promise.all([change(), change()]);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		expect(outcomes).toContainEqual(refused({ form: 'changedMeanwhile' }));
		expect((await of()).filter(({ on }) => on === '2026-11-03')).toHaveLength(1);
	});

	it('tells who comes after the other that it changed meanwhile, and not that it is not there', async () => {
		const change = () =>
			agenda.changeFrom(anna, `${itemId}.2026-11-03`, 0, afternoons, at('2026-10-20'));
		kept(await change());
		expect(await change()).toEqual(refused({ form: 'changedMeanwhile' }));
	});

	it('leaves off what was off from some lesson on, also at an earlier hour', async () => {
		const { startsAt } = await view('2026-11-10');
		await agenda.cancel(anna, itemId, 0, 'tooFewPeople', at('2026-10-10'), startsAt);
		const sooner = { ...lessons, on: day('2026-11-03'), at: '08:00' };
		kept(await agenda.changeFrom(anna, `${itemId}.2026-11-03`, 1, sooner, at('2026-10-20')));
		expect((await going()).filter((one) => one > '2026-11')).toEqual([
			'2026-11-03 08:00',
			'2026-11-05 08:00',
		]);
	});

	it('keeps what was given before its day, and who was there', async () => {
		const given = {
			...(await view('2026-10-15')),
			on: day('2026-10-12'),
			reason: 'roomGone',
		} as const;
		await agenda.change(anna, `${itemId}.2026-10-15`, seen, given, early);
		const evening = at('2026-10-12', '20:00');
		const mark = { personId: amina, presence: 'present', minutes: 60, seen: 0 } as const;
		kept(await agenda.record(anna, `${itemId}.2026-10-15`, [mark], evening));
		const next = { ...lessons, on: day('2026-10-13'), at: '13:00' };
		kept(await agenda.changeFrom(anna, `${itemId}.2026-10-13`, 0, next, evening));
		expect(await agenda.attended(anna, amina)).toHaveLength(1);
		expect((await going()).filter((one) => one > '2026-10-09').slice(0, 3)).toEqual([
			'2026-10-12 09:00',
			'2026-10-13 13:00',
			'2026-10-20 13:00',
		]);
	});

	it('keeps what was given meanwhile when it changes at a lesson that had moved to later', async () => {
		const later = { ...(await view('2026-10-06')), on: day('2026-10-22'), at: '13:00' };
		await agenda.change(
			anna,
			`${itemId}.2026-10-06`,
			seen,
			{ ...later, reason: 'roomGone' },
			early,
		);
		const evening = at('2026-10-20', '20:00');
		const mark = { personId: amina, presence: 'present', minutes: 60, seen: 0 } as const;
		kept(await agenda.record(anna, `${itemId}.2026-10-13`, [mark], evening));
		const next = { ...lessons, on: day('2026-10-22'), at: '08:00' };
		kept(await agenda.changeFrom(anna, `${itemId}.2026-10-06`, 0, next, evening));
		expect(await agenda.attended(anna, amina)).toHaveLength(1);
		expect((await going()).filter((one) => one > '2026-10-16').slice(0, 4)).toEqual([
			'2026-10-20 09:00',
			'2026-10-22 08:00',
			'2026-10-22 13:00',
			'2026-10-27 08:00',
		]);
	});

	it('does not begin before the old one ends', async () => {
		const sooner = { ...afternoons, on: day('2026-10-13') };
		const outcome = await agenda.changeFrom(anna, `${itemId}.2026-11-03`, 0, sooner, early);
		expect(outcome).toEqual(refused({ on: 'beforeOldSeriesEnds' }));
		expect((await of()).filter(({ on }) => on === '2026-10-13')).toHaveLength(1);
	});

	it('does not change what has begun, nor for who does not lead it', async () => {
		const late = agenda.changeFrom(anna, `${itemId}.2026-10-06`, 0, afternoons, at('2026-10-20'));
		await expect(late).rejects.toThrow(NotFound);
		const lee = staffOf(world.portal, 'lee');
		const other = agenda.changeFrom(lee, `${itemId}.2026-11-03`, 0, afternoons, at('2026-10-20'));
		await expect(other).rejects.toThrow(NotFound);
	});

	it('is off from one lesson on, and the ones before it go on', async () => {
		const { startsAt } = await view('2026-11-03');
		await agenda.cancel(anna, itemId, 0, 'tooFewPeople', at('2026-10-20'), startsAt);
		const all = await of();
		expect(all.find(({ on }) => on === '2026-10-29')).toMatchObject({ isCancelled: false });
		expect(all.filter(({ on }) => on > '2026-10-29').every(({ isCancelled }) => isCancelled)).toBe(
			true,
		);
		expect((await notices('agendaCancelled')).map((one) => [one.personId, one.slots])).toEqual([
			[amina, { day: '2026-11-03', time: '09:00' }],
		]);
	});

	it('tells each member once that it was planned', async () => {
		const told = await notices('agendaNew');
		expect(told.map(({ personId }) => personId).sort()).toEqual([amina, selam].sort());
		expect(told[0]).toMatchObject({ slots: { day: '2026-10-06', time: '09:00' } });
	});

	it('tells of one that moved only who belongs to the group on that day', async () => {
		const move = async (from: string, to: string) => {
			const there = { ...(await view(from)), on: day(to), reason: 'roomGone' } as const;
			return agenda.change(anna, `${itemId}.${from}`, seen, there, early);
		};
		await move('2026-11-05', '2026-11-06');
		expect((await notices('agendaMoved')).map(({ personId }) => personId)).toEqual([amina]);
		await move('2026-10-15', '2026-10-16');
		const told = await notices('agendaMoved');
		expect(
			told
				.slice(1)
				.map(({ personId }) => personId)
				.sort(),
		).toEqual([amina, selam].sort());
		expect(told[0]).toMatchObject({ subject: `${itemId}.2026-11-05` });
	});

	it('tells nobody of another person before the class, nor of a change that changes nothing', async () => {
		const same = await view('2026-11-05');
		const other = { ...same, withWhom: 'Jan Tol', reason: 'teacherAway' } as const;
		await agenda.change(anna, `${itemId}.2026-11-05`, seen, other, early);
		expect(await notices('agendaMoved')).toEqual([]);
	});

	it('tells that it is off, and that it goes on after all', async () => {
		const same = await view('2026-11-05');
		const off = { ...same, isCancelled: true, reason: 'teacherAway' } as const;
		await agenda.change(anna, `${itemId}.2026-11-05`, seen, off, early);
		expect(await notices('agendaCancelled')).toHaveLength(1);
		const on = { ...same, isCancelled: false, reason: 'otherReason' } as const;
		await agenda.change(anna, `${itemId}.2026-11-05`, { ...seen, exceptionRevision: 1 }, on, early);
		expect(await notices('agendaNew')).toHaveLength(3);
	});

	async function view(on: string) {
		return (await agenda.deskView(anna, `${itemId}.${on}`)).occurrence;
	}
});

function kept<T>(outcome: { ok: true; value: T } | { ok: false; problems: unknown }): T {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return outcome.value;
}
