import { expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { NotFound, refused } from '../errors.ts';
import { caseloadOf, on, planB, planO, planZ } from '../pip/test-caseload.ts';
import { eachEngine, residentOf, staffOf, system } from '../test-world.ts';
import * as course from './course.ts';

const october: course.Statement = {
	school: 'Taalschool De Brug',
	kind: 'nt2',
	fromOn: day('2026-10-01'),
	until: day('2026-11-01'),
	attendedMinutes: 2550,
	excusedMinutes: 90,
	unexcusedMinutes: 0,
	source: 'schoolStatement',
	sourceText: 'Opgave oktober',
	sourceOn: day('2026-11-02'),
};
const september = { ...october, fromOn: day('2026-09-01'), until: day('2026-10-01') };
const today = '2026-11-23';

eachEngine('the lessons of a school', (open) => {
	const caseload = caseloadOf(open);
	const { anna } = caseload;

	async function withPlan(plan = planZ, differing = {}): Promise<string> {
		const { id } = await caseload.somebody(differing);
		const published = await caseload.publish(id, plan);
		if (!published.ok) throw new Error(JSON.stringify(published.problems));
		return id;
	}

	const say = (personId: string, statement = october) =>
		course.record(anna(), personId, statement, on(today));
	const seen = (personId: string) => course.overview(anna(), personId);

	it('adds up by kind beside the norm, and tells where each comes from', async () => {
		const id = await withPlan();
		await say(id);
		await say(id, { ...september, attendedMinutes: 2400 });
		await say(id, { ...september, kind: 'knm', attendedMinutes: 125, excusedMinutes: null });
		const overview = await seen(id);
		expect(overview).toMatchObject({
			parts: [
				{ kind: 'nt2', minutes: 4950 },
				{ kind: 'knm', minutes: 125 },
			],
			totalMinutes: 5075,
			normMinutes: 48_000,
			knownOn: '2026-10-31',
			intakeMinutes: 0,
			acrossMinutes: 0,
		});
		expect(overview.lines.map(({ fromOn, kind, lastOn }) => [fromOn, lastOn, kind])).toEqual([
			['2026-10-01', '2026-10-31', 'nt2'],
			['2026-09-01', '2026-09-30', 'knm'],
			['2026-09-01', '2026-09-30', 'nt2'],
		]);
		expect(overview.lines[0]).toMatchObject({
			source: 'schoolStatement',
			sourceText: 'Opgave oktober',
			sourceOn: '2026-11-02',
			recordedBy: 'anna',
			recordedOn: today,
			place: 'course',
		});
		expect(await course.forDuo(anna(), id, on(today))).toEqual({
			lessons: { hours: 84, bekendTot: '2026-11-01' },
			intake: null,
		});
	});

	it('has the norm of the Z-route for both groepen, lowered by the plan, and none elsewhere', async () => {
		const norm = async (id: string) => (await seen(id)).normMinutes;
		expect(await norm(await withPlan(planZ, { loweredHours: 400 }))).toBe(24_000);
		expect(await norm(await withPlan(planZ, { ontheffingHours: 0 }))).toBe(48_000);
		expect(await norm(await withPlan(planB))).toBeNull();
		expect(await norm((await caseload.somebody()).id)).toBeNull();
	});

	it('counts the same days once: the same again adds nothing, other days of them are refused', async () => {
		const id = await withPlan();
		const taps = await Promise.all([say(id), say(id), say(id)]);
		expect(taps.filter(({ ok }) => ok).length).toBeGreaterThan(0);
		expect(await say(id)).toEqual({ ok: true, value: null });
		const known = refused({ fromOn: 'lessonsKnown' });
		expect(await say(id, { ...october, attendedMinutes: 60 })).toEqual(known);
		expect(await say(id, { ...october, school: ' taalschool  de brug' })).toEqual({
			ok: true,
			value: null,
		});
		const oneDay = { ...october, fromOn: day('2026-10-31'), attendedMinutes: 180 };
		expect(await say(id, oneDay)).toEqual(known);
		expect((await seen(id)).totalMinutes).toBe(2550);
		expect((await say(id, { ...october, kind: 'knm' })).ok).toBe(true);
		expect((await say(id, { ...october, school: 'ROC' })).ok).toBe(true);
		expect((await seen(id)).totalMinutes).toBe(3 * 2550);
	});

	it('puts another line in the place of one, and keeps both in sight', async () => {
		const id = await withPlan();
		await say(id);
		const [line] = (await seen(id)).lines;
		const better = { ...october, attendedMinutes: 2400, sourceText: 'Mail van de school' };
		const correct = (statement = better) =>
			course.correct(anna(), id, line?.id ?? '', statement, on(today));
		const both = await Promise.all([correct(), correct()]);
		expect(both.some(({ ok }) => ok)).toBe(true);
		expect(await correct()).toEqual({ ok: true, value: null });
		expect(await correct({ ...better, attendedMinutes: 1 })).toEqual(
			refused({ form: 'changedMeanwhile' }),
		);
		const { lines, totalMinutes } = await seen(id);
		expect(totalMinutes).toBe(2400);
		expect(lines).toHaveLength(2);
		expect(lines[0]).toMatchObject({ replaces: line?.id, replacedBy: null });
		expect(lines[1]).toMatchObject({ id: line?.id, replacedBy: lines[0]?.id });
		await say(id, september);
		const clash = { ...better, fromOn: day('2026-09-15') };
		expect(await course.correct(anna(), id, lines[0]?.id ?? '', clash, on(today))).toEqual(
			refused({ fromOn: 'lessonsKnown' }),
		);
		await expect(
			course.correct(anna(), await withPlan(), line?.id ?? '', better, on(today)),
		).rejects.toThrow(NotFound);
	});

	it('keeps what was before the plan apart, and takes no period across it', async () => {
		const id = await withPlan();
		const before = { ...october, fromOn: day('2026-04-01'), until: day('2026-05-11') };
		expect((await say(id, before)).ok).toBe(true);
		expect(
			await say(id, { ...before, fromOn: day('2026-05-11'), until: day('2026-05-12') }),
		).toEqual(refused({ attended: 'moreThanPeriod' }));
		const across = { ...before, kind: 'knm', until: day('2026-05-12') } as const;
		expect(await say(id, across)).toEqual(refused({ fromOn: 'acrossPlan' }));
		const overview = await seen(id);
		expect(overview).toMatchObject({ totalMinutes: 0, intakeMinutes: 2550, knownOn: null });
		expect(await course.forDuo(anna(), id, on(today))).toEqual({
			lessons: null,
			intake: { hours: 42, bekendTot: '2026-05-11' },
		});
	});

	it('tells a line across a plan that came later, until it is split', async () => {
		const { id } = await caseload.somebody();
		const may = { ...october, fromOn: day('2026-05-01'), until: day('2026-06-01') };
		expect((await say(id, may)).ok).toBe(true);
		expect((await seen(id)).intakeMinutes).toBe(2550);
		await caseload.publish(id, planZ);
		expect(await seen(id)).toMatchObject({
			acrossMinutes: 2550,
			intakeMinutes: 0,
			totalMinutes: 0,
		});
	});

	it('refuses what cannot be, each at its field', async () => {
		const id = await withPlan();
		const wrong = async (differing: Partial<course.Statement>) => {
			const outcome = await say(id, { ...october, ...differing });
			return outcome.ok ? null : outcome.problems;
		};
		expect(await wrong({ until: day('2026-10-01') })).toEqual({ lastOn: 'lastBeforeFirst' });
		expect(await wrong({ until: day('2026-11-25') })).toEqual({ lastOn: 'future' });
		expect(await wrong({ sourceOn: day('2026-11-24') })).toEqual({ sourceOn: 'future' });
		expect(await wrong({ attendedMinutes: -1 })).toEqual({ attended: 'notHours' });
		expect(await wrong({ attendedMinutes: 0.5 })).toEqual({ attended: 'notHours' });
		expect(await wrong({ attendedMinutes: 31 * 720 })).toEqual({ attended: 'moreThanPeriod' });
		expect(await wrong({ kind: 'deficientieVak' })).toEqual({ kind: 'deficientieVakOnlyO' });
		expect(await wrong({ kind: 'eerderOnderwijs' })).toEqual({ fromOn: 'notEarlierSchool' });
		const long = { fromOn: day('2025-01-01'), until: day('2026-05-01') };
		expect(await wrong(long)).toEqual({ lastOn: 'periodTooLong' });
		expect((await seen(id)).lines).toEqual([]);
		const onO = await withPlan(planO);
		expect((await say(onO, { ...october, kind: 'deficientieVak' })).ok).toBe(true);
		expect((await seen(onO)).totalMinutes).toBe(2550);
		const former = await caseload.somebody({ plichtSinceOn: day('2021-09-01') });
		expect(await say(former.id)).toEqual(refused({ form: 'wi2013' }));
	});

	it('names the schools that were used and those of the plan', async () => {
		const agreement = {
			id: 'z',
			sentence: 'lessons',
			slots: { school: 'Taalpunt', hours: 800, firstOn: '2026-06-01' },
		} as const;
		const id = await withPlan({ ...planZ, agreements: [...planZ.agreements, agreement] });
		await say(id, september);
		await say(id, { ...october, school: 'ROC' });
		expect(await course.schoolsOf(anna(), id)).toEqual(['ROC', 'Taalschool De Brug', 'Taalpunt']);
	});

	it('writes a line of the audit chain for each time', async () => {
		const id = await withPlan();
		const { read, t } = caseload.portal().store;
		const before = await read.$count(t.audit);
		await say(id);
		await say(id);
		await say(id, { ...october, attendedMinutes: 60 });
		const lines = (await read.select().from(t.audit).orderBy(t.audit.number)).slice(before);
		expect(lines.map(({ action, actor, personId }) => [action, actor, personId])).toEqual([
			['course.record', 'anna', id],
			['course.repeat', 'anna', id],
			['course.known', 'anna', id],
		]);
	});

	it('is read by the person, written by the caseload, and not found for anybody else', async () => {
		const id = await withPlan();
		await say(id);
		const portal = caseload.portal();
		expect((await course.overview(residentOf(portal, id), id)).totalMinutes).toBe(2550);
		expect((await course.overview(system(portal), id)).totalMinutes).toBe(2550);
		const strangers = [
			staffOf(portal, 'lee'),
			staffOf(portal, 'anna', ['klantmanager'], ['0589']),
			staffOf(portal, 'anna', ['administrator']),
		];
		for (const actor of strangers) {
			await expect(course.overview(actor, id)).rejects.toThrow(NotFound);
			await expect(course.forDuo(actor, id, on(today))).rejects.toThrow(NotFound);
			await expect(course.record(actor, id, september, on(today))).rejects.toThrow(NotFound);
			await expect(course.schoolsOf(actor, id)).rejects.toThrow(NotFound);
		}
		const { id: other } = await caseload.somebody();
		await expect(course.overview(residentOf(portal, other), id)).rejects.toThrow(NotFound);
	});

	it('cannot be rewritten or taken away', async () => {
		const id = await withPlan();
		await say(id);
		const { store } = caseload.portal();
		const { courseLines } = store.t;
		for (const attempt of [
			() => store.touch((tx) => tx.update(courseLines).set({ attendedMinutes: 0 })),
			() => store.touch((tx) => tx.delete(courseLines)),
		]) {
			await expect(attempt()).rejects.toThrow();
		}
		expect((await seen(id)).totalMinutes).toBe(2550);
	});
});
