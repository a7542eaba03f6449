import { describe, expect, test } from 'vitest';
import { type BoeteKey, boetes, leastBoete, planParts } from '#lib/law/boete.ts';
import { day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { NoNormForDay } from '#lib/law/norm.ts';

const today = day('2026-11-23');
const asiel: Facts = { stelsel: 'wi2021', groep: 'asielstatushouder' };
const gezin: Facts = { stelsel: 'wi2021', groep: 'gezinsmigrant' };
const plan = {
	firstDagtekeningOn: day('2026-05-11'),
	dagtekeningOn: day('2026-05-11'),
	leerroute: 'B',
} as const;

describe('which fines can exist, and what each is at most (W 22-26)', () => {
	test.each<[string, Facts, readonly (readonly [BoeteKey, number, string])[]]>([
		[
			'before the plan: the intake (W 22), and all that comes after the term',
			asiel,
			[
				['intake', 25_000, 'W 22(1)'],
				['pvt', 34_000, 'W 24(1)'],
				['moduleMap', 34_000, 'W 24(1)'],
				['leerroute', 100_000, 'W 25(1)'],
			],
		],
		[
			'with a plan no intake any more, for a gezinsmigrant too (W 23)',
			{ ...gezin, ...plan },
			[
				['plan', 80_000, 'W 23(1)'],
				['pvt', 34_000, 'W 24(1)'],
				['moduleMap', 34_000, 'W 24(1)'],
				['leerroute', 100_000, 'W 25(1)'],
			],
		],
		[
			'no MAP on the onderwijsroute (W 8(3))',
			{ ...asiel, ...plan, leerroute: 'O' },
			[
				['plan', 80_000, 'W 23(1)'],
				['pvt', 34_000, 'W 24(1)'],
				['leerroute', 100_000, 'W 25(1)'],
			],
		],
		[
			'nothing for what is done',
			{
				...asiel,
				...plan,
				pvtSignedOn: day('2026-08-03'),
				moduleMapEindgesprekOn: day('2026-09-07'),
				leerrouteCompletedOn: day('2026-10-05'),
			},
			[['plan', 80_000, 'W 23(1)']],
		],
		['none of these under the law of 2013 (W 54(1))', { ...asiel, stelsel: 'wi2013' }, []],
	])('%s', (_, facts, expected) => {
		const found = boetes(facts, today).map(({ key, maxCents, article }) => [
			key,
			maxCents,
			article,
		]);
		expect(found).toEqual(expected);
	});

	test('the gemeente within the term, DUO only after it, an extension included (W 23-25, W 12)', () => {
		const periods = (facts: Facts) =>
			Object.fromEntries(boetes(facts, today).map(({ key, from, until }) => [key, [from, until]]));
		expect(periods({ ...asiel, ...plan })).toEqual({
			plan: ['2026-05-12', '2029-05-12'],
			pvt: ['2029-05-12', undefined],
			moduleMap: ['2029-05-12', undefined],
			leerroute: ['2029-05-12', undefined],
		});
		const extended = { ...asiel, ...plan, extendedUntil: day('2029-11-12') };
		expect(periods(extended)['leerroute']).toEqual(['2029-11-12', undefined]);
		expect(periods(asiel)).toEqual({
			intake: [undefined, undefined],
			pvt: [undefined, undefined],
			moduleMap: [undefined, undefined],
			leerroute: [undefined, undefined],
		});
	});

	test('a warning and a new day come before the fine of the intake, and of no other (W 14(1), 22(1))', () => {
		const all = [...boetes(asiel, today), ...boetes({ ...asiel, ...plan }, today)];
		const warned = all.filter(({ warnedBefore }) => warnedBefore).map(({ key }) => key);
		expect(warned).toEqual(['intake']);
	});

	test('one is heard before where it can be more than 340 euro (Awb 5:53)', () => {
		const all = [...boetes(asiel, today), ...boetes({ ...asiel, ...plan }, today)];
		const heard = all.filter(({ heardBefore }) => heardBefore).map(({ key }) => key);
		expect([...new Set(heard)].toSorted()).toEqual(['leerroute', 'plan']);
	});

	test('who could hardly help it pays a quarter of the first 50 euro (B 7.1(4)d)', () => {
		expect(leastBoete(today)).toBe(1_250);
	});

	test('there is no amount before the law was in force: 2021-12-31 is an error, 2022-01-01 is not', () => {
		expect(() => boetes(asiel, day('2021-12-31'))).toThrow(NoNormForDay);
		expect(boetes(asiel, day('2022-01-01'))).toHaveLength(4);
	});
});

test.each<[Facts, readonly string[]]>([
	[{ ...asiel, ...plan }, ['support', 'pvt', 'moduleMap', 'lessons']],
	[{ ...asiel, ...plan, leerroute: 'O' }, ['support', 'pvt', 'lessons']],
	[{ ...gezin, ...plan, leerroute: 'Z' }, ['support', 'pvt', 'moduleMap']],
	[{ ...gezin, ...plan, leerroute: 'O' }, ['support', 'pvt']],
])(
	'lessons are a part of the plan of an asielstatushouder only (W 15(2), 23(1))',
	(facts, parts) => {
		expect(planParts(facts)).toEqual(parts);
	},
);
