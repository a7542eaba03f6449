import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Partner, Staff } from '../access/access.ts';
import { NotFound, refused } from '../errors.ts';
import {
	addPerson,
	eachEngine,
	partnerOf,
	residentOf,
	staffOf,
	type World,
} from '../test-world.ts';
import * as agenda from './agenda.ts';
import { at, lessons } from './test-agenda.ts';

const early = at('2026-10-01');
const begun = at('2026-10-13', '09:00');

eachEngine('who was there', (open) => {
	let world: World;
	let anna: Staff;
	let school: Partner;
	let ids: readonly string[];
	let key: string;

	beforeEach(async () => {
		world = await open();
		anna = staffOf(world.portal, 'anna');
		school = partnerOf(world.portal, 'femke', 'taalhuis');
		const names = [
			{ givenName: 'Amina', familyName: 'Haile' },
			{ givenName: 'Berhane', familyName: 'Öz' },
		];
		const added = names.map((name) => addPerson(world.portal, { klantmanagerId: 'anna', ...name }));
		ids = (await Promise.all(added)).map(({ id }) => id);
		key = `${await lessonsOf('taalhuis', ids)}.2026-10-13`;
	});
	afterEach(() => world.close());

	async function lessonsOf(partnerId: string | null, members: readonly string[]) {
		const gemeentecode = world.portal.tenant.gemeenten[0]?.gemeentecode ?? '';
		const input = { gemeentecode, kind: 'lesson', name: 'Z3', partnerId } as const;
		const cohort = kept(await agenda.cohorts.start(anna, input, early));
		for (const id of members)
			await agenda.cohorts.join(anna, cohort.id, id, day('2026-10-10'), early);
		return kept(await agenda.plan(anna, { cohortId: cohort.id }, lessons, early));
	}

	const mark = (who: number, differing: Partial<agenda.Mark> = {}): agenda.Mark => ({
		personId: ids[who] ?? '',
		presence: 'present',
		minutes: 180,
		seen: 0,
		...differing,
	});
	const rows = () => world.portal.store.read.select().from(world.portal.store.t.agendaAttendance);
	const minutesOf = async (who: number) => {
		const all = await agenda.attended(anna, ids[who] ?? '');
		return all.reduce((total, { minutes }) => total + minutes, 0);
	};

	it('is written down for all at once, by who leads it or by the school that gives it', async () => {
		expect((await agenda.record(anna, key, [mark(0)], begun)).ok).toBe(true);
		const rest = [mark(1, { presence: 'absent' })];
		expect((await agenda.record(school, key, rest, begun)).ok).toBe(true);
		expect((await rows()).map(({ minutes, presence }) => [presence, minutes]).sort()).toEqual([
			['absent', 0],
			['present', 180],
		]);
		expect(await minutesOf(0)).toBe(180);
		expect(await minutesOf(1)).toBe(0);
	});

	it('is one line when the same list is sent ten times at once', async () => {
		const marks = [mark(0), mark(1)];
		const sent = Array.from({ length: 10 }, () => agenda.record(anna, key, marks, begun));
		expect((await Promise.all(sent)).every(({ ok }) => ok)).toBe(true);
		expect(await rows()).toHaveLength(2);
	});

	it('lets one of two different lists at once pass, and the other nothing', async () => {
		const outcomes = await Promise.all([
			agenda.record(anna, key, [mark(0), mark(1)], begun),
			agenda.record(school, key, [mark(0, { minutes: 60 }), mark(1, { minutes: 60 })], begun),
		]);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		expect(outcomes).toContainEqual(refused({ form: 'changedMeanwhile' }));
		const minutes = (await rows()).map((row) => row.minutes);
		expect(new Set(minutes).size).toBe(1);
		expect(minutes).toHaveLength(2);
	});

	it('keeps the earlier line under a correction', async () => {
		await agenda.record(anna, key, [mark(0)], begun);
		await agenda.record(anna, key, [mark(0, { presence: 'absent', seen: 1 })], begun);
		expect((await rows()).map(({ number, presence }) => [number, presence])).toEqual([
			[1, 'present'],
			[2, 'absent'],
		]);
		expect(await minutesOf(0)).toBe(0);
	});

	it.each([
		['before it begins', at('2026-10-13', '08:59'), {}, 'agendaNotYet'],
		['of less than five minutes', begun, { minutes: 4 }, 'tooFew'],
		['of what is no number', begun, { minutes: Number.NaN }, 'tooFew'],
		['of longer than it took', begun, { minutes: 181 }, 'tooMany'],
	] as const)('is refused %s', async (_name, moment, differing, problem) => {
		const outcome = await agenda.record(anna, key, [mark(0, differing)], moment);
		expect(outcome).toEqual(refused({ form: problem }));
		expect(await rows()).toEqual([]);
	});

	it('is refused for what is off', async () => {
		const { occurrence } = await agenda.deskView(anna, key);
		const off = { ...occurrence, isCancelled: true, reason: 'holiday' } as const;
		await agenda.change(anna, key, { revision: 0, exceptionRevision: 0 }, off, early);
		expect(await agenda.record(anna, key, [mark(0)], begun)).toEqual(
			refused({ form: 'agendaOff' }),
		);
	});

	it('is not found for anybody else, nor of anybody else', async () => {
		const other = await addPerson(world.portal, { klantmanagerId: 'anna' });
		const tries = [
			agenda.record(staffOf(world.portal, 'lee'), key, [mark(0)], begun),
			agenda.record(partnerOf(world.portal, 'x', 'vluchtelingenwerk'), key, [mark(0)], begun),
			agenda.record(partnerOf(world.portal, 'x', 'taalhuis', ['9999']), key, [mark(0)], begun),
			agenda.record(anna, key, [mark(0), mark(1, { personId: other.id })], begun),
			agenda.record(anna, `${key}x`, [mark(0)], begun),
		];
		for (const outcome of await Promise.allSettled(tries)) {
			expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(NotFound) });
		}
		const own = residentOf(world.portal, other.id);
		await expect(agenda.attended(own, ids[0] ?? '')).rejects.toThrow(NotFound);
		expect(await rows()).toEqual([]);
	});

	it('adds up to what was said last, whatever is said in whatever order', async () => {
		const said = fc.record({
			who: fc.nat({ max: 1 }),
			minutes: fc.constantFrom(0, 5, 90, 180),
			lesson: fc.constantFrom('2026-10-13', '2026-10-15'),
			isLate: fc.boolean(),
			times: fc.integer({ min: 1, max: 2 }),
		});
		const property = fc.asyncProperty(fc.array(said, { maxLength: 12 }), async (all) => {
			const itemId = await lessonsOf('taalhuis', ids);
			const model = new Map<string, { minutes: number; number: number }>();
			const before = [await minutesOf(0), await minutesOf(1)];
			for (const { isLate, lesson, minutes, times, who } of all) {
				const of = `${who} ${lesson}`;
				const last = model.get(of) ?? { minutes: -1, number: 0 };
				const seen = isLate ? Math.max(0, last.number - 1) : last.number;
				const presence = minutes === 0 ? 'absent' : 'present';
				const marks = [mark(who, { minutes, presence, seen })];
				const send = () => agenda.record(anna, `${itemId}.${lesson}`, marks, at('2026-10-20'));
				const outcomes = await Promise.all(Array.from({ length: times }, send));
				const mayPass = seen === last.number || minutes === last.minutes;
				expect(outcomes.every(({ ok }) => ok)).toBe(mayPass);
				if (mayPass && minutes !== last.minutes) {
					model.set(of, { minutes, number: last.number + 1 });
				}
			}
			for (const who of [0, 1]) {
				const told = [...model].filter(([of]) => of.startsWith(String(who)));
				const sum = told.reduce((total, [, { minutes }]) => total + minutes, 0);
				expect((await minutesOf(who)) - (before[who] ?? 0)).toBe(sum);
			}
		});
		await fc.assert(property, { numRuns: 12 });
	});

	describe('for the school', () => {
		const ill = (personId: string) => ({
			personId,
			occurrence: key,
			isComing: false,
			reason: 'ill' as const,
			key: 'made-by-the-phone',
		});

		it('shows names, that somebody reported, and nothing else', async () => {
			const [amina = ''] = ids;
			await agenda.answer(residentOf(world.portal, amina), ill(amina), early);
			const list = await agenda.lesson(school, key);
			expect(list.pupils).toEqual([
				{ personId: amina, name: 'Amina H.', isReported: true, attendance: null },
				{ personId: ids[1], name: 'Berhane Ö.', isReported: false, attendance: null },
			]);
			expect(Object.keys(list.lesson).sort()).toEqual([
				'at',
				'cohortName',
				'isCancelled',
				'key',
				'kind',
				'minutes',
				'on',
				'place',
				'startsAt',
			]);
			expect(JSON.stringify(list)).not.toMatch(/ill|Haile|999\d{6}/);
		});

		it('no longer says reported when the lesson moved after that', async () => {
			const [amina = ''] = ids;
			await agenda.answer(residentOf(world.portal, amina), ill(amina), early);
			const { occurrence } = await agenda.deskView(anna, key);
			const to = { ...occurrence, on: day('2026-10-14'), reason: 'roomGone' } as const;
			await agenda.change(anna, key, { revision: 0, exceptionRevision: 0 }, to, early);
			const { pupils } = await agenda.lesson(school, key);
			expect(pupils[0]).toMatchObject({ isReported: false });
		});

		it('has its own groups and no others', async () => {
			const elsewhere = await lessonsOf('vluchtelingenwerk', ids);
			await lessonsOf(null, ids);
			const window = { from: day('2026-10-12'), until: day('2026-10-19') };
			const seen = await agenda.lessonsOf(school, window);
			expect(seen.map((one) => one.key.split('.')[0])).toEqual(
				Array.from({ length: 2 }, () => key.split('.')[0]),
			);
			await expect(agenda.lesson(school, `${elsewhere}.2026-10-13`)).rejects.toThrow(NotFound);
			const personal = kept(
				await agenda.plan(anna, { personId: ids[0] ?? '' }, { ...lessons, rule: null }, early),
			);
			await expect(agenda.lesson(school, `${personal}.2026-10-05`)).rejects.toThrow(NotFound);
		});

		it('shows nobody who left the group before that day', async () => {
			const { cohort } = await agenda.deskView(anna, key);
			const [amina = ''] = ids;
			await agenda.cohorts.leave(anna, cohort?.id ?? '', amina, day('2026-10-13'), early);
			const { pupils } = await agenda.lesson(school, key);
			expect(pupils.map(({ personId }) => personId)).toEqual([ids[1]]);
			await expect(agenda.record(school, key, [mark(0)], begun)).rejects.toThrow(NotFound);
		});
	});

	describe('for a colleague', () => {
		it('says that somebody reported, and why to the own klantmanager alone', async () => {
			const [amina = ''] = ids;
			const lee = staffOf(world.portal, 'lee');
			const theirs = await addPerson(world.portal, { klantmanagerId: 'lee' });
			const { cohort } = await agenda.deskView(anna, key);
			await agenda.cohorts.join(lee, cohort?.id ?? '', theirs.id, day('2026-10-10'), early);
			const sick = { occurrence: key, isComing: false, reason: 'ill', key: 'k' } as const;
			for (const personId of [amina, theirs.id]) {
				const said = { ...sick, personId };
				await agenda.answer(residentOf(world.portal, personId), said, early);
			}
			const led = (await agenda.deskView(anna, key)).attendees;
			const reasonOf = (id: string) => led.find((one) => one.id === id)?.answer;
			expect(reasonOf(amina)).toMatchObject({ isComing: false, reason: 'ill' });
			expect(reasonOf(theirs.id)).toMatchObject({ isComing: false, reason: null });
			const seen = await agenda.deskView(lee, key);
			expect(seen.attendees.map(({ id }) => id)).toEqual([theirs.id]);
			expect(seen.isLed).toBe(false);
			const elsewhere = staffOf(world.portal, 'max', ['klantmanager'], []);
			await expect(agenda.deskView(elsewhere, key)).rejects.toThrow(NotFound);
		});
	});
});

function kept<T>(outcome: { ok: true; value: T } | { ok: false; problems: unknown }): T {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return outcome.value;
}
