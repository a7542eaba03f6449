import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import { Conflict, NotFound, refused } from '../errors.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as agenda from './agenda.ts';
import { at, lessons, talk } from './test-agenda.ts';

const october = { from: day('2026-10-01'), until: day('2026-11-01') };
const november = { from: day('2026-11-01'), until: day('2026-12-01') };
const early = at('2026-10-01');

eachEngine('what is planned', (open) => {
	let world: World;
	let anna: Staff;
	let personId: string;

	beforeEach(async () => {
		world = await open();
		anna = staffOf(world.portal, 'anna');
		personId = (await addPerson(world.portal, { klantmanagerId: 'anna' })).id;
	});
	afterEach(() => world.close());

	const own = () => residentOf(world.portal, personId);
	const of = (window = october) => agenda.of(own(), personId, window);

	async function planned(what = talk, forWhom: agenda.ForWhom = { personId }): Promise<string> {
		const outcome = await agenda.plan(anna, forWhom, what, early);
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
		return outcome.value;
	}

	async function cohortWith(...members: readonly string[]): Promise<string> {
		const gemeentecode = world.portal.tenant.gemeenten[0]?.gemeentecode ?? '';
		const input = { gemeentecode, kind: 'lesson', name: 'Z3', partnerId: null } as const;
		const started = await agenda.cohorts.start(anna, input, early);
		if (!started.ok) throw new Error('no cohort');
		for (const member of members)
			await agenda.cohorts.join(anna, started.value.id, member, day('2026-10-10'), early);
		return started.value.id;
	}

	it('stays at nine on the clock when summer time ends', async () => {
		await planned(lessons);
		const all = await of({ from: day('2026-10-20'), until: day('2026-10-31') });
		expect(all.map(({ at, on, startsAt }) => [on, at, startsAt])).toEqual([
			['2026-10-20', '09:00', Date.parse('2026-10-20T07:00:00Z')],
			['2026-10-22', '09:00', Date.parse('2026-10-22T07:00:00Z')],
			['2026-10-27', '09:00', Date.parse('2026-10-27T08:00:00Z')],
			['2026-10-29', '09:00', Date.parse('2026-10-29T08:00:00Z')],
		]);
	});

	it('starts a series on its first day, and not on the day it was written for', async () => {
		await planned(lessons);
		expect((await of())[0]?.key).toMatch(/\.2026-10-06$/);
	});

	it('moves one lesson to another month, and the others stay', async () => {
		const itemId = await planned(lessons);
		const to = changeTo({ on: day('2026-11-30'), at: '13:00' });
		const outcome = await agenda.change(anna, `${itemId}.2026-10-08`, fresh, to, early);
		expect(outcome).toMatchObject({ ok: true, value: { was: { on: '2026-10-08', at: '09:00' } } });
		expect((await of()).map(({ on }) => on)).not.toContain('2026-10-08');
		expect((await of(november)).at(-1)).toMatchObject({
			key: `${itemId}.2026-10-08`,
			on: '2026-11-30',
			at: '13:00',
			sequence: 1,
		});
	});

	it('finds an appointment that moved beyond its own end', async () => {
		const itemId = await planned();
		const to = changeTo({ on: day('2026-11-12') });
		await agenda.change(anna, `${itemId}.2026-10-12`, fresh, to, early);
		expect(await of()).toEqual([]);
		expect((await of(november)).map(({ on }) => on)).toEqual(['2026-11-12']);
	});

	it('lets one of two changes at once pass', async () => {
		const key = `${await planned(lessons)}.2026-10-08`;
		const outcomes = await Promise.all([
			agenda.change(anna, key, fresh, changeTo({ on: day('2026-10-09') }), early),
			agenda.change(anna, key, fresh, changeTo({ on: day('2026-10-10') }), early),
		]);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		expect(outcomes).toContainEqual(refused({ form: 'changedMeanwhile' }));
	});

	it('keeps what is off in sight, and what was already held as it was', async () => {
		const itemId = await planned(lessons);
		const moment = at('2026-10-08', '12:30');
		expect((await agenda.cancel(anna, itemId, 0, 'teacherAway', moment)).ok).toBe(true);
		const all = await of();
		expect(all.filter(({ isCancelled }) => !isCancelled).map(({ on }) => on)).toEqual([
			'2026-10-06',
			'2026-10-08',
		]);
		expect(all.at(-1)).toMatchObject({ isCancelled: true, reason: 'teacherAway', sequence: 1 });
		const again = await agenda.cancel(anna, itemId, 0, 'holiday', moment);
		expect(again).toEqual(refused({ form: 'changedMeanwhile' }));
	});

	it.each([
		['a day that has passed', { on: day('2026-09-30') }, { on: 'dayInPast' }],
		['no time', { at: '25:00' }, { at: 'notATime' }],
		['a series without an end', { until: null }, { until: 'missing' }],
		['an end before the begin', { until: day('2026-10-01') }, { until: 'endBeforeBegin' }],
		['a series of no day', { until: day('2026-10-06') }, { form: 'ruleWithoutDay' }],
		['a far day', { until: day('2030-10-06') }, { until: 'agendaTooFar' }],
		[
			'an interpreter of no language',
			{ interpreter: 'asked' },
			{ interpreterLanguage: 'interpreterLanguageMissing' },
		],
	] as const)('refuses %s', async (_name, differing, problems) => {
		const outcome = await agenda.plan(anna, { personId }, { ...lessons, ...differing }, early);
		expect(outcome.ok ? null : outcome.problems).toMatchObject(problems);
	});

	describe('with others', () => {
		it('belongs to the agenda from the first day in the cohort to the last', async () => {
			const cohortId = await cohortWith(personId);
			await planned(lessons, { cohortId });
			await agenda.cohorts.leave(anna, cohortId, personId, day('2026-10-20'), early);
			expect((await of()).map(({ on }) => on)).toEqual(['2026-10-13', '2026-10-15']);
		});

		it('is not the agenda of somebody who is not in it', async () => {
			const other = await addPerson(world.portal, { klantmanagerId: 'anna' });
			const itemId = await planned(lessons, { cohortId: await cohortWith(other.id) });
			expect(await of()).toEqual([]);
			await expect(agenda.one(own(), personId, `${itemId}.2026-10-13`)).rejects.toThrow(NotFound);
		});

		it('shows a colleague only the people of the own caseload, and lets nobody else plan', async () => {
			const lee = staffOf(world.portal, 'lee');
			const theirs = await addPerson(world.portal, { klantmanagerId: 'lee' });
			const cohortId = await cohortWith(personId);
			await agenda.cohorts.join(lee, cohortId, theirs.id, day('2026-10-10'), early);
			const seen = await agenda.cohorts.view(lee, cohortId, day('2026-10-12'));
			expect(seen.members.map(({ person }) => person.id)).toEqual([theirs.id]);
			expect(seen).toMatchObject({ isLed: false, size: 2 });
			await expect(agenda.plan(lee, { cohortId }, lessons, early)).rejects.toThrow(NotFound);
			await expect(
				agenda.cohorts.join(lee, cohortId, personId, day('2027-01-01'), early),
			).rejects.toThrow(NotFound);
		});

		it('shows nobody who went to another gemeente', async () => {
			const cohortId = await cohortWith(personId);
			const key = `${await planned(lessons, { cohortId })}.2026-10-13`;
			const seen = async () => {
				const { members } = await agenda.cohorts.view(anna, cohortId, day('2026-10-12'));
				const { attendees } = await agenda.deskView(anna, key);
				return [members.length, attendees.length];
			};
			expect(await seen()).toEqual([1, 1]);
			const { people } = world.portal.store.t;
			await world.portal.store.touch((tx) =>
				tx.update(people).set({ gemeentecode: '0000' }).where(eq(people.id, personId)),
			);
			expect(await seen()).toEqual([0, 0]);
		});

		it('takes nobody in twice at once', async () => {
			const cohortId = await cohortWith();
			const days = ['2026-10-10', '2026-10-11', '2026-10-12'];
			const joined = await Promise.all(
				days.map((on) => agenda.cohorts.join(anna, cohortId, personId, day(on), early)),
			);
			expect(joined.filter(({ ok }) => ok)).toHaveLength(1);
		});

		it('takes nobody in twice', async () => {
			const cohortId = await cohortWith(personId);
			const again = await agenda.cohorts.join(anna, cohortId, personId, day('2026-10-15'), early);
			expect(again).toEqual(refused({ personId: 'memberKnown' }));
		});
	});

	describe('coming or not', () => {
		const said = (occurrence: string, differing: Partial<agenda.SaidAnswer> = {}) => ({
			personId,
			occurrence,
			isComing: false,
			reason: 'ill' as const,
			key: 'made-by-the-phone',
			...differing,
		});

		it('keeps one answer of the same key, and refuses the key with another answer', async () => {
			const key = `${await planned()}.2026-10-12`;
			await agenda.answer(own(), said(key), early);
			await agenda.answer(own(), said(key), early);
			expect((await agenda.one(own(), personId, key)).answer).toMatchObject({
				number: 1,
				isComing: false,
				reason: 'ill',
				holds: true,
			});
			const other = said(key, { isComing: true, reason: null });
			await expect(agenda.answer(own(), other, early)).rejects.toThrow(Conflict);
		});

		it('keeps both of two answers at once, in an order', async () => {
			const key = `${await planned()}.2026-10-12`;
			const keys = ['first', 'second', 'third'];
			await Promise.all(keys.map((one) => agenda.answer(own(), said(key, { key: one }), early)));
			expect((await agenda.one(own(), personId, key)).answer?.number).toBe(3);
		});

		it('keeps the reason sealed', async () => {
			const key = `${await planned()}.2026-10-12`;
			await agenda.answer(own(), said(key), early);
			const { read, t } = world.portal.store;
			const [row] = await read.select().from(t.agendaAnswers);
			expect(row?.reasonSealed).toMatch(/^v1\./);
			expect(JSON.stringify(row)).not.toContain('ill"');
		});

		it('asks again when it moved after the answer', async () => {
			const key = `${await planned()}.2026-10-12`;
			await agenda.answer(own(), said(key, { isComing: true, reason: null }), early);
			await agenda.change(anna, key, fresh, changeTo({ on: day('2026-10-14') }), early);
			expect((await agenda.one(own(), personId, key)).answer).toMatchObject({ holds: false });
		});

		it('asks again when it moved between the answer on a phone and its coming', async () => {
			const key = `${await planned()}.2026-10-12`;
			const [before, since] = [early.now - 60_000, early.now + 60_000];
			const come = (saidAt: number) =>
				agenda.answer(
					own(),
					said(key, { isComing: true, reason: null, key: `${saidAt}`, saidAt }),
					{
						...early,
						now: early.now + 120_000,
					},
				);
			await agenda.change(anna, key, fresh, changeTo({ on: day('2026-10-14') }), early);
			expect(await come(before)).toMatchObject({ ok: true, value: { holds: false } });
			expect(await come(since)).toMatchObject({ ok: true, value: { holds: true } });
		});

		it('can be said afterwards that one could not, and not that one comes', async () => {
			const key = `${await planned()}.2026-10-12`;
			const after = at('2026-10-13');
			const coming = said(key, { isComing: true, reason: null });
			expect(await agenda.answer(own(), coming, after)).toEqual(refused({ form: 'agendaOver' }));
			expect((await agenda.answer(own(), said(key), after)).ok).toBe(true);
		});

		it('is answered the same when it is sent again after the end', async () => {
			const key = `${await planned()}.2026-10-12`;
			const coming = said(key, { isComing: true, reason: null });
			await agenda.answer(own(), coming, early);
			expect((await agenda.answer(own(), coming, at('2026-10-13'))).ok).toBe(true);
		});

		it('is nobody else’s to say', async () => {
			const key = `${await planned()}.2026-10-12`;
			const other = await addPerson(world.portal);
			const answered = agenda.answer(residentOf(world.portal, other.id), said(key), early);
			await expect(answered).rejects.toThrow(NotFound);
			const elsewhere = said(key, { personId: other.id });
			await expect(
				agenda.answer(residentOf(world.portal, other.id), elsewhere, early),
			).rejects.toThrow(NotFound);
		});
	});

	it('is not found for a klantmanager of somebody else', async () => {
		const itemId = await planned();
		const lee = staffOf(world.portal, 'lee');
		await expect(agenda.of(lee, personId, october)).rejects.toThrow(NotFound);
		await expect(agenda.plan(lee, { personId }, talk, early)).rejects.toThrow(NotFound);
		await expect(agenda.cancel(lee, itemId, 0, 'holiday', early)).rejects.toThrow(NotFound);
	});
});

const fresh = { revision: 0, exceptionRevision: 0 };

function changeTo(differing: Partial<agenda.Change>): agenda.Change {
	const { address, minutes, place, withWhom } = talk;
	const here = { on: day('2026-10-12'), at: '13:30', minutes, place, address, withWhom };
	return { isCancelled: false, reason: 'otherReason', ...here, ...differing };
}
