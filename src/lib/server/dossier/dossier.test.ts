import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import * as course from '../course/course.ts';
import type { Db } from '../db/store.ts';
import { NotFound } from '../errors.ts';
import * as hours from '../hours/hours.ts';
import * as modules from '../modules/modules.ts';
import type { Portal } from '../portal.ts';
import * as statements from '../statement/statement.ts';
import { type Declared, layLedger, manyHours } from '../statement/test-ledger.ts';
import {
	addPerson,
	addPlan,
	anyWorld,
	eachEngine,
	residentOf,
	staffOf,
	type World,
} from '../test-world.ts';
import * as dossiers from './dossier.ts';

const moment = { now: Date.parse('2026-11-23T10:00:00Z'), today: day('2026-11-23') };

const somebody = async (portal: Portal, leerroute: 'B' | 'Z' | null = 'Z') => {
	const { id } = await addPerson(portal, { klantmanagerId: 'anna' });
	if (leerroute) await addPlan(portal, id, '2026-01-05', { leerroute });
	return id;
};

eachEngine('the dossier of the eindgesprek', (open) => {
	let world: World;
	beforeEach(async () => (world = await open()));
	afterEach(() => world.close());

	it('says what is in and what is missing, out of every noun', async () => {
		const { portal } = world;
		const anna = staffOf(portal, 'anna');
		const personId = await somebody(portal);
		await layLedger(portal, personId, [
			...manyHours(1596),
			{ ...one('pvt', 'received'), declaredMinutes: 60 },
			one('volunteering', 'notCounted'),
			one('taalles', 'confirmed'),
		]);
		await course.record(anna, personId, lessons, moment);
		const none = { part: null, outcome: null, withWhom: null, slot: null, seen: 0 } as const;
		const on = day('2026-06-01');
		const signed = { ...none, personId, kind: 'pvtSigned', on, source: 'school' } as const;
		await modules.record(anna, signed, moment);
		const found = await dossiers.of(residentOf(portal, personId), personId, moment);
		expect(found.leerroute).toBe('Z');
		expect(found.steps).toMatchObject([{ kind: 'pvtSigned', on, source: 'school' }]);
		expect(found.missing).toEqual([
			{ key: 'courseHours', article: 'B 3.14(2)a', ball: 'person', minutes: 700 * 60 },
			{ key: 'participationHours', article: 'B 3.14(2)b', ball: 'person', minutes: 60 },
			{ key: 'participationWaiting', article: 'B 3.14(2)b', ball: 'gemeente', minutes: 60 },
			{ key: 'moduleMapPractice', article: 'R 3.1', ball: 'person', hours: 40 },
			{ key: 'moduleMapEindgesprek', article: 'B 3.2', ball: 'gemeente' },
			{ key: 'eindgesprekLater', article: 'B 3.14', ball: 'gemeente' },
		]);
	});

	it('of another leerroute, or without a plan, asks nothing', async () => {
		for (const leerroute of ['B', null] as const) {
			const personId = await somebody(world.portal, leerroute);
			const found = await dossiers.of(residentOf(world.portal, personId), personId, moment);
			expect(found).toMatchObject({ leerroute, missing: [] });
		}
	});

	it('is for the person and the own klantmanager', async () => {
		const { portal } = world;
		const [personId, other] = [await somebody(portal), await somebody(portal)];
		const strangers = [
			staffOf(portal, 'bart'),
			staffOf(portal, 'ivo', ['administrator']),
			residentOf(portal, other),
		];
		for (const stranger of strangers) {
			await expect(dossiers.of(stranger, personId, moment)).rejects.toThrow(NotFound);
			await expect(statements.of(stranger, personId, moment)).rejects.toThrow(NotFound);
		}
		expect(await dossiers.of(staffOf(portal, 'anna'), personId, moment)).toBeTruthy();
	});
});

describe('a long ledger', () => {
	it('costs as many questions to the database as a short one', async () => {
		const world = await anyWorld();
		const [few, many] = [await somebody(world.portal), await somebody(world.portal)];
		await layLedger(world.portal, few, manyHours(2));
		await layLedger(world.portal, many, manyHours(1500));
		const asked = { count: 0 };
		const counted = counting(world.portal, asked);
		await dossiers.of(residentOf(counted, few), few, moment);
		const short = asked.count;
		asked.count = 0;
		await dossiers.of(residentOf(counted, many), many, moment);
		expect(short).toBeGreaterThan(5);
		expect(asked.count).toBe(short);
		await world.close();
	});
});

describe('whatever was declared', () => {
	it('dossier, overview and statement give the same totals', async () => {
		const world = await anyWorld();
		await fc.assert(
			fc.asyncProperty(fc.array(declared, { maxLength: 25 }), async (entries) => {
				const personId = await somebody(world.portal);
				await layLedger(world.portal, personId, entries);
				const actor = residentOf(world.portal, personId);
				const { totals, parts } = await hours.overview(actor, personId, moment);
				const statement = await statements.of(actor, personId, moment);
				const dossier = await dossiers.of(actor, personId, moment);
				expect(dossier.statement).toEqual(statement);
				expect(minutesOf(statement.confirmed)).toBe(totals.confirmedMinutes);
				expect(minutesOf(statement.waiting)).toBe(totals.waitingMinutes);
				expect(minutesOf(statement.parts)).toBe(totals.confirmedMinutes);
				expect(parts.reduce((sum, part) => sum + part.confirmedMinutes, 0)).toBe(
					totals.confirmedMinutes,
				);
				const rest = dossier.missing.find(({ key }) => key === 'participationHours');
				const left = 800 * 60 - totals.confirmedMinutes - totals.waitingMinutes;
				expect(rest).toMatchObject({ minutes: left });
			}),
			{ numRuns: 60 },
		);
		await world.close();
	});
});

const one = (activity: string, state: Declared['state']): Declared => ({
	activity,
	organisation: 'Bibliotheek',
	doneOn: '2026-10-01',
	state,
	declaredMinutes: 90,
	confirmedMinutes: state === 'confirmed' ? 90 : 0,
});

const lessons = {
	kind: 'nt2',
	school: 'Taalschool De Brug',
	source: 'schoolStatement',
	sourceText: 'Overzicht',
	attendedMinutes: 6000,
	excusedMinutes: null,
	unexcusedMinutes: null,
	fromOn: day('2026-02-01'),
	until: day('2026-07-01'),
	sourceOn: day('2026-07-01'),
} as const;

const declared: fc.Arbitrary<Declared> = fc
	.record({
		activity: fc.constantFrom('volunteering', 'pvt', 'moduleMap', 'workTrack', 'taalles', 'gone'),
		organisation: fc.string({ minLength: 1, maxLength: 30 }).map((text) => text.toWellFormed()),
		doneOn: fc.constantFrom('2026-02-01', '2026-10-31'),
		state: fc.constantFrom(
			'received',
			'asked',
			'confirmed',
			'partlyConfirmed',
			'notCounted',
			'withdrawn',
		),
		quarters: fc.integer({ min: 1, max: 60 }),
	})
	.map(({ quarters, state, ...rest }) => {
		const declaredMinutes = quarters * 15;
		const counts = { confirmed: declaredMinutes, partlyConfirmed: 15 } as const;
		const confirmedMinutes = state in counts ? counts[state as keyof typeof counts] : 0;
		return { ...rest, state, declaredMinutes, confirmedMinutes };
	});

const minutesOf = (some: readonly { readonly minutes: number }[]) =>
	some.reduce((sum, { minutes }) => sum + minutes, 0);

/** The same portal, which counts what it is asked. */
function counting(portal: Portal, asked: { count: number }): Portal {
	const read = new Proxy(portal.store.read, {
		get(db: Db, name) {
			if (name === 'select') asked.count += 1;
			const value: unknown = Reflect.get(db, name);
			return value instanceof Function ? (value.bind(db) as unknown) : value;
		},
	});
	return { ...portal, store: { ...portal.store, read } };
}
