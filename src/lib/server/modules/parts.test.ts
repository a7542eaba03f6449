import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { addPerson, addPlan, eachEngine, staffOf, type World } from '../test-world.ts';
import * as modules from './modules.ts';

const moment = { now: Date.parse('2026-11-23T10:00:00Z'), today: day('2026-11-23') };

eachEngine('the dated steps before, in and around the plan', (open) => {
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

	it('of arrival and intake are there before a plan, and the rest is not', async () => {
		const { id } = await addPerson(world.portal, { klantmanagerId: 'anna' });
		personId = id;
		expect(await record('regeldag', '2026-05-01')).toEqual(done);
		expect(await record('leerbaarheidstoets', '2026-05-04', { source: 'duo' })).toEqual(done);
		expect(await record('offered', '2026-05-05')).toEqual({
			ok: false,
			problems: { form: 'noPlan' },
		});
	});

	it('an intake in absence needs three oproepen that have passed (W 14(2))', async () => {
		const refused = { ok: false, problems: { on: 'tooFewOproepen' } };
		await record('oproep', '2026-11-02');
		await record('oproep', '2026-11-09');
		expect(await record('intakeInAbsence', '2026-11-23')).toEqual(refused);
		await record('oproep', '2026-11-23');
		expect(await record('intakeInAbsence', '2026-11-23')).toEqual(refused);
		await record('oproep', '2026-11-16');
		expect(await record('intakeInAbsence', '2026-11-23')).toEqual(done);
		expect(modules.factsIn(await modules.steps(anna(), personId))).toMatchObject({
			oproepenOn: ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'],
			bredeIntakeCompletedOn: '2026-11-23',
		});
	});

	it('an oproep twice on one day is once', async () => {
		await record('oproep', '2026-11-02');
		expect(await record('oproep', '2026-11-02')).toEqual(done);
		expect(await modules.steps(anna(), personId)).toHaveLength(1);
	});

	it('each theme of the MAP is one step; what is no theme is refused', async () => {
		expect(await record('moduleMapTheme', '2026-05-01', { part: 'network' })).toEqual(done);
		expect(await record('moduleMapTheme', '2026-05-02', { part: 'workCulture' })).toEqual(done);
		expect(await record('moduleMapTheme', '2026-05-02')).toEqual({
			ok: false,
			problems: { part: 'missing' },
		});
		expect(await record('moduleMapTheme', '2026-05-02', { part: 'KNM' })).toEqual({
			ok: false,
			problems: { part: 'notAChoice' },
		});
		expect(await record('pvtHours', '2026-05-02', { part: 'KNM' })).toEqual({
			ok: false,
			problems: { part: 'notAChoice' },
		});
		expect(await modules.parts(anna(), personId, moment)).toMatchObject({
			leerroute: 'Z',
			least: { pvt: 12, moduleMap: 40 },
			themes: { done: 2, of: 8 },
		});
	});

	it('an offer is for asylum, a certificate for Z and a taalschakeltraject for O (W 8, W 9, W 16)', async () => {
		const refused = { ok: false, problems: { form: 'otherLeerroute' } };
		expect(await record('diploma', '2026-05-01')).toEqual(refused);
		expect(await record('taalschakeltrajectBegan', '2026-05-01')).toEqual(refused);
		expect(await record('certificate', '2026-05-01')).toEqual(done);
		const plicht = { groepDetail: 'gezinsvormer', plichtSinceOn: day('2025-10-01') } as const;
		const { id } = await addPerson(world.portal, { klantmanagerId: 'anna', ...plicht });
		await addPlan(world.portal, id, '2026-01-05', { leerroute: 'B' });
		personId = id;
		expect(await record('offered', '2026-05-01')).toEqual({
			ok: false,
			problems: { form: 'onlyAsiel' },
		});
	});

	it('an exam that is planned can be moved up to two weeks before; attempts are counted', async () => {
		personId = await somebody('B');
		const knm = { part: 'KNM', source: 'duo' } as const;
		await record('exam', '2026-03-01', { ...knm, outcome: 'gezakt' });
		await record('examPlanned', '2026-12-15', knm);
		await record('exam', '2026-03-01', { ...knm, part: 'LE', outcome: 'geslaagd' });
		const { exams } = await modules.parts(anna(), personId, moment);
		expect(exams.map(({ part }) => part)).toEqual(['LE', 'LU', 'SC', 'SP', 'KNM']);
		expect(exams.find(({ part }) => part === 'KNM')).toEqual({
			part: 'KNM',
			attempts: [{ on: '2026-03-01', outcome: 'gezakt' }],
			isPassed: false,
			free: { applies: true, of: 2, left: 1, article: 'R 3.5' },
			planned: { on: '2026-12-15', movableUntil: '2026-12-01', isMovable: true },
		});
		expect(exams.find(({ part }) => part === 'LE')).toMatchObject({ isPassed: true, free: null });
		const near = { now: Date.parse('2026-12-02T10:00:00Z'), today: day('2026-12-02') };
		const again = await modules.parts(anna(), personId, near);
		expect(again.exams.find(({ part }) => part === 'KNM')?.planned?.isMovable).toBe(false);
	});
});
