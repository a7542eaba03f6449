import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { NotFound } from '../errors.ts';
import { addPerson, addPlan, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as modules from './modules.ts';

const moment = { now: Date.parse('2026-11-23T10:00:00Z'), today: day('2026-11-23') };

eachEngine('the dated steps of the modules', (open) => {
	let world: World;
	let personId: string;
	beforeEach(async () => {
		world = await open();
		personId = await somebody();
	});
	afterEach(() => world.close());

	const anna = () => staffOf(world.portal, 'anna');

	async function somebody(leerroute: 'B' | 'O' | 'Z' = 'Z', since = '2025-10-01') {
		const plicht = { plichtSinceOn: day(since), notifiedOn: null, brpRegisteredOn: null };
		const { id } = await addPerson(world.portal, { klantmanagerId: 'anna', ...plicht });
		await addPlan(world.portal, id, '2026-01-05', { leerroute });
		return id;
	}

	function said(kind: modules.StepKind, on: string | null, rest: Partial<modules.Said> = {}) {
		const none = { part: null, outcome: null, withWhom: null, slot: null, seen: 0 } as const;
		const whose = { personId, kind, on: on === null ? null : day(on), source: 'gemeente' } as const;
		return { ...none, ...whose, ...rest };
	}

	const record = (...given: Parameters<typeof said>) =>
		modules.record(anna(), said(...given), moment);
	const done = { ok: true, value: null };
	const talk = { withWhom: 'Anna de Wit' };

	it('are written down with their source, and nothing before is lost when one is corrected', async () => {
		expect(await record('pvtSigned', '2026-05-01')).toEqual(done);
		expect(await record('pvtSigned', '2026-05-02', { seen: 1, source: 'school' })).toEqual(done);
		expect(await modules.history(residentOf(world.portal, personId), personId)).toMatchObject([
			{ slot: 'pvtSigned', number: 1, on: '2026-05-01', source: 'gemeente', replacedBy: 2 },
			{ slot: 'pvtSigned', number: 2, on: '2026-05-02', source: 'school', replacedBy: null },
		]);
		const held = await modules.steps(anna(), personId);
		expect(held).toHaveLength(1);
		expect(held).toMatchObject([
			{ on: '2026-05-02', recordedBy: 'anna', recordedOn: '2026-11-23' },
		]);
	});

	it('refuse a day before the law of 2021 instead of failing', async () => {
		expect(await record('intakeInAbsence', '2020-11-02')).toMatchObject({
			ok: false,
			problems: { on: 'tooFewOproepen' },
		});
	});

	it('can be taken back, and be said again', async () => {
		await record('pvtSigned', '2026-05-01');
		expect(await record('pvtSigned', null, { seen: 1 })).toEqual(done);
		expect(await modules.steps(anna(), personId)).toEqual([]);
		expect(await record('pvtSigned', '2026-06-01', { seen: 2 })).toEqual(done);
		expect(await modules.steps(anna(), personId)).toMatchObject([{ on: '2026-06-01', number: 3 }]);
	});

	it('twice the same is once; another day by who had not seen the first is refused', async () => {
		const both = await Promise.all([
			record('moduleMapEindgesprek', '2026-05-01'),
			record('moduleMapEindgesprek', '2026-05-01'),
		]);
		expect(both.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
		expect(await record('moduleMapEindgesprek', '2026-05-01')).toEqual(done);
		expect(await modules.history(anna(), personId)).toHaveLength(1);
		expect(await record('moduleMapEindgesprek', '2026-05-03')).toEqual({
			ok: false,
			problems: { form: 'changedMeanwhile' },
		});
		expect(await modules.steps(anna(), personId)).toMatchObject([{ on: '2026-05-01' }]);
	});

	it('of two corrections at once one is refused', async () => {
		await record('pvtSigned', '2026-05-01');
		const both = await Promise.all([
			record('pvtSigned', '2026-05-02', { seen: 1 }),
			record('pvtSigned', '2026-05-03', { seen: 1 }),
		]);
		expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
		expect(await modules.history(anna(), personId)).toHaveLength(2);
	});

	it('knows every attempt at an exam', async () => {
		const knm = { part: 'KNM', source: 'duo' } as const;
		await record('exam', '2026-03-01', { ...knm, outcome: 'gezakt' });
		await record('exam', '2026-06-01', { ...knm, outcome: 'geslaagd' });
		expect(await record('exam', '2026-06-01', { ...knm, outcome: 'geslaagd' })).toEqual(done);
		await record('exam', '2026-06-01', { ...knm, part: 'LE', outcome: 'geslaagd' });
		const held = await modules.steps(anna(), personId);
		expect(held.map(({ slot, on }) => [slot, on])).toEqual([
			['exam-KNM-1', '2026-03-01'],
			['exam-KNM-2', '2026-06-01'],
			['exam-LE-1', '2026-06-01'],
		]);
		const slot = 'exam-KNM-1';
		const other = { ...knm, outcome: 'geslaagd', slot, seen: 1 } as const;
		expect(await record('exam', '2026-03-02', other)).toEqual(done);
		expect(await modules.steps(anna(), personId)).toHaveLength(3);
		const none = { ...other, slot: 'exam-SP-1' };
		await expect(record('exam', '2026-03-02', none)).rejects.toThrow(NotFound);
	});

	it('an exam needs its part and outcome, a talk who held it', async () => {
		expect(await record('exam', '2026-03-01')).toEqual({
			ok: false,
			problems: { part: 'missing', outcome: 'missing' },
		});
		expect(await record('eindgesprekHeld', '2026-11-23')).toEqual({
			ok: false,
			problems: { withWhom: 'missing' },
		});
	});

	it.each([
		['pvtSigned', '2026-11-24', { on: 'future' }],
		['eindgesprekPlanned', '2026-11-22', { on: 'dayInPast' }],
		['pvtSigned', '2026-01-05', { on: 'beforeTerm' }],
		['moduleMapEindgesprek', '2026-01-05', { on: 'beforeTerm' }],
	] as const)('%s on %s is refused', async (kind, on, problems) => {
		const whom = kind === 'eindgesprekPlanned' ? talk : {};
		expect(await record(kind, on, whom)).toEqual({ ok: false, problems });
		expect(await modules.history(anna(), personId)).toEqual([]);
	});

	it('the first day of the term will do, and an exam may be older', async () => {
		expect(await record('pvtSigned', '2026-01-06')).toEqual(done);
		const old = { part: 'LE', outcome: 'geslaagd' } as const;
		expect(await record('exam', '2024-01-06', old)).toEqual(done);
	});

	describe('PVT and MAP are never after the end of the Z-route (DUO)', () => {
		const refused = { ok: false, problems: { on: 'afterZRoute' } };

		it('when they come later', async () => {
			await record('eindgesprekHeld', '2026-11-10', talk);
			expect(await record('pvtSigned', '2026-11-11')).toEqual(refused);
			expect(await record('moduleMapEindgesprek', '2026-11-11')).toEqual(refused);
			expect(await record('moduleMapEindgesprek', '2026-11-10')).toEqual(done);
			expect(await record('moduleMapPractice', '2026-11-11')).toEqual(done);
		});

		it('when the end comes later', async () => {
			await record('pvtSigned', '2026-11-11');
			expect(await record('eindgesprekHeld', '2026-11-10', talk)).toEqual(refused);
			expect(await record('eindgesprekHeld', '2026-11-11', talk)).toEqual(done);
			expect(await record('pvtSigned', '2026-11-12', { seen: 1 })).toEqual(refused);
		});

		it('when both come at once', async () => {
			const both = await Promise.all([
				record('eindgesprekHeld', '2026-11-10', talk),
				record('pvtSigned', '2026-11-11'),
			]);
			expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
		});

		it('when the end was taken back it holds nothing up', async () => {
			await record('eindgesprekHeld', '2026-11-10', talk);
			await record('eindgesprekHeld', null, { ...talk, seen: 1 });
			expect(await record('pvtSigned', '2026-11-11')).toEqual(done);
		});
	});

	it('have their leerroute and their law', async () => {
		personId = await somebody('O');
		expect(await record('moduleMapEindgesprek', '2026-05-01')).toEqual({
			ok: false,
			problems: { form: 'mapNotOnO' },
		});
		personId = await somebody('B');
		expect(await record('eindgesprekHeld', '2026-05-01', talk)).toEqual({
			ok: false,
			problems: { form: 'eindgesprekOnlyZ' },
		});
		expect(await record('moduleMapEindgesprek', '2026-05-01')).toEqual(done);
		const { id } = await addPerson(world.portal, { klantmanagerId: 'anna' });
		personId = id;
		expect(await record('pvtSigned', '2026-05-01')).toEqual({
			ok: false,
			problems: { form: 'noPlan' },
		});
	});

	it('are read by the person and the own klantmanager, and said by staff alone', async () => {
		await record('pvtSigned', '2026-05-01');
		const { portal } = world;
		const other = await somebody();
		const strangers = [
			staffOf(portal, 'bart'),
			staffOf(portal, 'kim', ['administrator']),
			residentOf(portal, other),
		];
		for (const stranger of strangers) {
			await expect(modules.history(stranger, personId)).rejects.toThrow(NotFound);
		}
		const bart = modules.record(staffOf(portal, 'bart'), said('pvtSigned', '2026-05-02'), moment);
		await expect(bart).rejects.toThrow(NotFound);
	});

	it('each write has its audit line, without names, and no line is ever changed', async () => {
		await record('eindgesprekHeld', '2026-11-10', { withWhom: '<b>محمد</b> #read("x")' });
		expect(await modules.steps(anna(), personId)).toMatchObject([
			{ withWhom: '<b>محمد</b> #read("x")' },
		]);
		const { store } = world.portal;
		const lines = await store.read.select().from(store.t.audit);
		expect(lines.at(-1)).toMatchObject({ action: 'module.say', actor: 'anna', personId });
		expect(JSON.stringify(lines)).not.toContain('محمد');
		const { moduleSteps } = store.t;
		const here = eq(moduleSteps.personId, personId);
		const change = store.touch((tx) =>
			tx.update(moduleSteps).set({ happenedOn: '2026-01-01' }).where(here),
		);
		await expect(change).rejects.toThrow();
		await expect(store.touch((tx) => tx.delete(moduleSteps).where(here))).rejects.toThrow();
	});
});
