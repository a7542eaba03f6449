import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import * as law from '#lib/law/timeline.ts';
import { NotFound } from '../errors.ts';
import * as modules from '../modules/modules.ts';
import { addPerson, addPlan, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as waiting from '../waiting/waiting.ts';
import * as timeline from './timeline.ts';

const moment = { now: Date.parse('2026-11-23T10:00:00Z'), today: day('2026-11-23') };

eachEngine('the timeline of somebody', (open) => {
	let world: World;
	let personId: string;
	beforeEach(async () => {
		world = await open();
		personId = (await addPerson(world.portal, { klantmanagerId: 'anna' })).id;
		await addPlan(world.portal, personId, '2026-01-05');
	});
	afterEach(() => world.close());

	const anna = () => staffOf(world.portal, 'anna');

	async function record(kind: modules.StepKind, on: string, rest: Partial<modules.Said> = {}) {
		const none = { part: null, outcome: null, withWhom: null, slot: null, seen: 0 } as const;
		const said = { ...none, personId, kind, on: day(on), source: 'gemeente', ...rest } as const;
		expect(await modules.record(anna(), said, moment)).toEqual({ ok: true, value: null });
	}

	async function entries() {
		const line = await timeline.of(residentOf(world.portal, personId), personId, moment);
		return new Map(timeline.entriesOf(line).map((entry) => [entry.id, entry]));
	}

	it('lies in twelve quarters, of which one is now', async () => {
		const { blocks, state } = await timeline.of(anna(), personId, moment);
		expect(state).toBe('shown');
		const quarters = blocks.filter(({ name }) => name.kind === 'quarter');
		expect(quarters).toHaveLength(12);
		expect(blocks.filter(({ time }) => time === 'now')).toMatchObject([
			{ id: '1-4', from: '2026-10-06', lastOn: '2027-01-05' },
		]);
	});

	it('calls the gemeente late, until somebody writes down that it was done', async () => {
		expect((await entries()).get('offer')).toMatchObject({
			state: 'late',
			lateBy: 'gemeente',
			ball: 'gemeente',
			article: 'R 4.1(1)g',
			when: { kind: 'by', lastOn: '2026-04-05' },
		});
		expect(await timeline.late(anna(), moment)).toMatchObject({
			total: 1,
			rows: [{ personId, key: 'offer', lastOn: '2026-04-05', isLegal: true }],
		});
		await record('offered', '2026-03-02');
		expect((await entries()).get('offer')).toMatchObject({
			state: 'done',
			lateBy: null,
			ball: null,
			when: { kind: 'on', on: '2026-03-02' },
		});
		expect(await timeline.late(anna(), moment)).toEqual({ total: 0, rows: [] });
	});

	it('calls no talk and no exam done because its day has passed', async () => {
		const before = { now: Date.parse('2026-11-02T10:00:00Z'), today: day('2026-11-02') };
		const none = { personId, outcome: null, slot: null, seen: 0, source: 'gemeente' } as const;
		const on = day('2026-11-16');
		const talk = { ...none, on, kind: 'eindgesprekPlanned', part: null, withWhom: 'Anna' } as const;
		const exam = { ...none, on, kind: 'examPlanned', part: 'KNM', withWhom: null } as const;
		for (const said of [talk, exam]) {
			expect(await modules.record(anna(), said, before)).toEqual({ ok: true, value: null });
		}
		const found = await entries();
		expect(found.get('recorded-eindgesprekPlanned')).toMatchObject({
			state: 'now',
			ball: 'gemeente',
		});
		expect(found.get('recorded-examPlanned-KNM')).toMatchObject({ state: 'now', ball: 'duo' });
	});

	it('the list of what is late is that of the own caseload', async () => {
		const { portal } = world;
		expect((await timeline.late(staffOf(portal, 'bart'), moment)).total).toBe(0);
		expect((await timeline.late(staffOf(portal, 'kim', ['administrator']), moment)).total).toBe(0);
		expect((await timeline.late(staffOf(portal, 'tessa', ['teamLead']), moment)).total).toBe(1);
		const elsewhere = staffOf(portal, 'tessa', ['teamLead'], ['0632']);
		expect((await timeline.late(elsewhere, moment)).total).toBe(0);
	});

	it('a step that was signed is done on its day, and stands there once', async () => {
		await record('pvtSigned', '2026-09-01');
		await record('pvtHours', '2026-08-30');
		const found = await entries();
		expect(found.get('pvt')).toMatchObject({ state: 'done', placeOn: '2026-09-01' });
		expect(found.has('recorded-pvtSigned')).toBe(false);
		expect(found.get('recorded-pvtHours')).toMatchObject({ state: 'done', article: 'B 3.1(3)' });
	});

	it('an exam that was planned goes once it was taken', async () => {
		await record('examPlanned', '2026-12-10', { part: 'KNM', source: 'duo' });
		expect((await entries()).get('recorded-examPlanned-KNM')).toMatchObject({ state: 'next' });
		const after = { now: Date.parse('2027-01-11T10:00:00Z'), today: day('2027-01-11') };
		const exam = { part: 'KNM', outcome: 'geslaagd', source: 'duo' } as const;
		const none = { withWhom: null, slot: null, seen: 0, on: day('2026-12-10') } as const;
		await modules.record(anna(), { ...none, ...exam, personId, kind: 'exam' }, after);
		const line = await timeline.of(anna(), personId, after);
		const ids = timeline.entriesOf(line).map(({ id }) => id);
		expect(ids).toContain('recorded-exam-KNM-1');
		expect(ids).not.toContain('recorded-examPlanned-KNM');
	});

	it('what is waited for stands first, after what is late', async () => {
		await waiting.record(
			anna(),
			{
				...{ personId, slot: null, seen: 0, waitsFor: 'childcare', ball: 'gemeente' },
				...{ sinceOn: day('2026-11-01'), expectedOn: null, endedOn: null },
			},
			moment,
		);
		const line = await timeline.of(anna(), personId, moment);
		const first = timeline.upcoming(line, 3);
		expect(first.map(({ id, state }) => [id, state])).toEqual([
			['offer', 'late'],
			['voortgangsgesprek-1', 'late'],
			['waiting-childcare-1', 'now'],
		]);
		expect(timeline.upcoming(line, 1)).toHaveLength(2);
	});

	it('is for the person and the own klantmanager', async () => {
		const { portal } = world;
		const other = (await addPerson(portal, { klantmanagerId: 'bart' })).id;
		const strangers = [
			staffOf(portal, 'bart'),
			staffOf(portal, 'ivo', ['administrator']),
			residentOf(portal, other),
		];
		for (const stranger of strangers) {
			await expect(timeline.of(stranger, personId, moment)).rejects.toThrow(NotFound);
			await expect(timeline.arrival(stranger, personId)).rejects.toThrow(NotFound);
			await expect(modules.parts(stranger, personId, moment)).rejects.toThrow(NotFound);
		}
	});

	it('before the plan is one block, with what was arranged', async () => {
		personId = (await addPerson(world.portal, { klantmanagerId: 'anna' })).id;
		await record('regeldag', '2026-10-20');
		await record('oproep', '2026-12-01');
		const line = await timeline.of(anna(), personId, moment);
		expect(line).toMatchObject({ state: 'shown', hasPlan: false, blocks: [{ id: 'before' }] });
		expect((await entries()).get('oproep-1')).toMatchObject({ state: 'next', article: 'W 14(1)' });
		expect(await timeline.arrival(anna(), personId)).toMatchObject([
			{ what: 'regeldag', doneOn: '2026-10-20' },
			{ what: 'tenancySigned', doneOn: null },
			{ what: 'registration', doneOn: '2025-10-20' },
			{ what: 'benefitAsked', doneOn: null },
			{ what: 'begeleidingBegan', doneOn: null },
		]);
	});

	it('under the law of 2013 there is none', async () => {
		const old = { plichtSinceOn: day('2021-09-01'), notifiedOn: day('2021-09-01') };
		personId = (await addPerson(world.portal, { klantmanagerId: 'anna', ...old })).id;
		const line = await timeline.of(anna(), personId, moment);
		expect(line).toMatchObject({ state: 'otherLaw', blocks: [] });
	});
});

describe('for every course of events', () => {
	const offset = fc.integer({ min: 0, max: 1500 });
	const kinds = fc.constantFrom(
		...modules.stepKinds.filter((kind) => modules.kindRules[kind].parts === null),
	);
	const recorded = fc.uniqueArray(fc.record({ kind: kinds, after: offset }), {
		maxLength: 12,
		selector: ({ kind }) => kind,
	});
	const policy = { voortgangsgesprekkenPerYear: 2, mapTargetMonths: 18, bredeIntakeTalks: 2 };

	it('each step of the law stands there once, in order, dated, and is not both done and ahead', () => {
		const route = fc.constantFrom('B', 'O', 'Z');
		fc.assert(
			fc.property(recorded, offset, route, (steps, toToday, leerroute) => {
				const pip = day('2025-01-06');
				const today = addDays(pip, toToday);
				const held = steps.map(({ after, kind }) => stepOn(kind, addDays(pip, after)));
				const facts: Facts = {
					...{ stelsel: 'wi2021', groep: 'asielstatushouder', detail: 'asielstatushouder' },
					...{ notifiedOn: day('2024-11-04'), brpRegisteredOn: day('2024-11-01'), leerroute },
					...{ firstDagtekeningOn: pip, dagtekeningOn: pip, ...modules.factsIn(held) },
				};
				const line = timeline.laid({ facts, policy, held, lines: [] }, today);
				const entries = line.blocks.flatMap((block) => block.entries);
				expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
				const ofLaw = entries.filter(({ what }) => what.kind === 'step');
				expect(ofLaw).toHaveLength(law.timeline(facts, policy, today).length);
				for (const block of line.blocks) {
					const places = block.entries.map(({ placeOn }) => placeOn ?? '9999');
					expect(places).toEqual(places.toSorted());
				}
				for (const { article, basis, lateBy, state, when } of entries) {
					if (basis === 'legal') expect(article).toMatch(/^(W|B|R|Pw|Awb) \d/);
					if (basis === 'local') expect(article).toBeNull();
					expect(lateBy !== null).toBe(state === 'late');
					if (state === 'next' && when.kind === 'on') expect(when.on > today).toBe(true);
					if (state === 'done' && when.kind === 'on') expect(when.on <= today).toBe(true);
					if (state === 'late' && when.kind === 'by') expect(when.lastOn < today).toBe(true);
				}
			}),
		);
	});

	function stepOn(kind: modules.StepKind, on: ReturnType<typeof day>): modules.Step {
		const none = { part: null, outcome: null, withWhom: null, replacedBy: null } as const;
		const by = { source: 'gemeente', recordedBy: 'anna', recordedOn: on } as const;
		return { ...none, ...by, slot: kind, number: 1, kind, on };
	}
});
