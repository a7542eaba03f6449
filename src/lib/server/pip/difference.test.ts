import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesShown } from './changes-shown.ts';
import type { Agreement, PipContent } from './content.ts';
import { nothingDecided } from './decided.ts';
import { type Difference, difference } from './difference.ts';

const plan: PipContent = {
	leerroute: 'B',
	niveau: 'B1',
	courseHours: 600,
	pvtHours: 12,
	moduleMapHours: 40,
	voortgangsgesprekken: 2,
	agreements: [
		{ id: 'a', sentence: 'pvt', slots: { hours: 12 } },
		{ id: 'b', sentence: 'taalmaatje', slots: { partner: 'Taalhuis' } },
		{ id: 'c', party: 'you', dutch: 'U belt elke maand.' },
	],
};

const withAgreements = (...agreements: Agreement[]): PipContent => ({ ...plan, agreements });
const [pvt, buddy, own] = plan.agreements as [Agreement, Agreement, Agreement];

describe('what changed between two plans', () => {
	it('finds an agreement that is new, gone, or says something else', () => {
		const more = { ...pvt, id: 'd', slots: { hours: 14 } } as Agreement;
		const other = { id: 'e', sentence: 'knm', slots: {} };
		const reworded = { ...own, dutch: 'U belt elke week.' } as Agreement;
		expect(difference(plan, withAgreements(other, reworded, more))).toEqual([
			{ about: 'agreement', before: null, after: other },
			{ about: 'agreement', before: own, after: reworded },
			{ about: 'agreement', before: pvt, after: more },
			{ about: 'agreement', before: buddy, after: null },
		]);
	});

	it('finds what else was decided line by line, and goals by their id', () => {
		const decided = { ...nothingDecided, alfabetisering: 'A' as const };
		const later = { ...decided, alfabetisering: 'AA' as const };
		const line = (key: string) => ({ key, slots: {}, items: [] });
		expect(difference({ ...plan, decided }, { ...plan, decided: later })).toEqual([
			{ about: 'decided', before: null, after: line('alfabetiseringAA') },
			{ about: 'decided', before: line('alfabetiseringA'), after: null },
		]);
		const goal = { id: 'g', sentence: 'findWork', lastOn: null };
		const dated = { ...goal, lastOn: '2027-01-01' };
		expect(difference({ ...plan, goals: [goal] }, { ...plan, goals: [dated] })).toEqual([
			{ about: 'goal', before: goal, after: dated },
		]);
		expect(changesShown(plan, { ...plan, goals: [dated] }, 'nl')).toMatchObject([
			{ before: null, after: { kind: 'goal', lastOn: '2027-01-01' } },
		]);
		const linked = plan.agreements.map((each) => ({ ...each, goal: 'g' }));
		expect(difference(plan, { ...plan, agreements: linked })).toEqual([]);
	});

	it('finds own words only by their id', () => {
		const other = { ...own, id: 'z', dutch: 'U schrijft een brief.' } as Agreement;
		expect(difference(plan, withAgreements(pvt, buddy, other))).toEqual([
			{ about: 'agreement', before: null, after: other },
			{ about: 'agreement', before: own, after: null },
		]);
	});

	it('pairs equal ones first where a sentence stands twice', () => {
		const second = { id: 'f', sentence: 'taalmaatje', slots: { partner: 'Bibliotheek' } };
		const before = withAgreements(buddy, second);
		expect(difference(before, withAgreements(second))).toEqual([
			{ about: 'agreement', before: buddy, after: null },
		]);
	});

	it('finds no difference in another order, another id, or another reason', () => {
		const renamed = { ...pvt, id: 'other' };
		const after = { ...withAgreements(own, buddy, renamed), changeReason: 'Opgeruimd.' };
		expect(difference(plan, after)).toEqual([]);
	});

	it('finds route, level, hours and talks', () => {
		const after: PipContent = {
			...plan,
			leerroute: 'O',
			niveau: null,
			courseHours: 900,
			pvtHours: 14,
			moduleMapHours: null,
			voortgangsgesprekken: 3,
		};
		expect(difference(plan, after)).toEqual([
			{ about: 'leerroute', before: 'B', after: 'O' },
			{ about: 'niveau', before: 'B1', after: null },
			{ about: 'courseHours', before: 600, after: 900 },
			{ about: 'pvtHours', before: 12, after: 14 },
			{ about: 'moduleMapHours', before: 40, after: null },
			{ about: 'voortgangsgesprekken', before: 2, after: 3 },
		]);
		expect(changesShown(plan, after, 'ti')).toMatchObject([
			{ before: { kind: 'route', route: 'B' }, after: { kind: 'route', route: 'O' } },
			{ before: { norm: { key: 'course', slots: { hours: { value: 600 } } } } },
			{ before: { norm: { key: 'pvt' } }, after: { norm: { slots: { hours: { value: 14 } } } } },
			{ before: { norm: { key: 'moduleMap' } }, after: { norm: { key: 'moduleMapInside' } } },
			{ before: { norm: { key: 'talks' } }, after: { norm: { key: 'talks' } } },
		]);
	});

	it('shows a lower level on the same route as one line, and hours that go as gone', () => {
		expect(changesShown(plan, { ...plan, niveau: 'A2', courseHours: null }, 'nl')).toMatchObject([
			{ before: { route: 'B' }, after: { route: 'BToA2' } },
			{ before: { norm: { key: 'course' } }, after: null },
		]);
	});
});

const agreement = (id: string): fc.Arbitrary<Agreement> =>
	fc.oneof(
		fc.record({
			id: fc.constant(id),
			sentence: fc.constantFrom('pvt', 'moduleMap', 'participation'),
			slots: fc.record({ hours: fc.integer({ min: 1, max: 3 }) }),
		}),
		fc.record({
			id: fc.constant(id),
			party: fc.constantFrom('you', 'gemeente'),
			dutch: fc.constantFrom('U belt.', 'U komt.'),
		}),
	);

const content: fc.Arbitrary<PipContent> = fc.record({
	leerroute: fc.constantFrom('B', 'O', 'Z'),
	niveau: fc.constantFrom(null, 'A2', 'B1'),
	courseHours: fc.option(fc.integer({ min: 1, max: 3 })),
	pvtHours: fc.integer({ min: 1, max: 3 }),
	moduleMapHours: fc.option(fc.integer({ min: 1, max: 3 })),
	voortgangsgesprekken: fc.integer({ min: 1, max: 3 }),
	agreements: fc
		.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
		.chain((ids) => fc.tuple(...ids.map(agreement))),
});

describe('for any two plans', () => {
	it('nothing differs from itself', () => {
		fc.assert(
			fc.property(content, (one) => {
				expect(difference(one, one)).toEqual([]);
			}),
		);
	});

	it('backwards, what was new is gone and each change turns around', () => {
		fc.assert(
			fc.property(content, content, (one, other) => {
				const turned = difference(other, one).map(
					({ about, before, after }) => ({ about, before: after, after: before }) as Difference,
				);
				expect(sorted(turned)).toEqual(sorted(difference(one, other)));
			}),
		);
	});

	it('explains every agreement: what stays, what is new and what is gone add up', () => {
		fc.assert(
			fc.property(content, content, (one, other) => {
				const changes = difference(one, other).filter(({ about }) => about === 'agreement');
				const isNew = changes.filter(({ before }) => before === null).length;
				const gone = changes.filter(({ after }) => after === null).length;
				expect(one.agreements.length - gone + isNew).toBe(other.agreements.length);
			}),
		);
	});
});

function sorted(list: readonly Difference[]): string[] {
	return list.map(({ about, before, after }) => JSON.stringify({ about, before, after })).sort();
}
