import { expect, test } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { ontheffingen } from '#lib/law/ontheffing.ts';
import { vrijstellingen } from '#lib/law/vrijstelling.ts';

const asiel: Facts = { stelsel: 'wi2021', groep: 'asielstatushouder' };
const gezin: Facts = { stelsel: 'wi2021', groep: 'gezinsmigrant' };
const plan = { firstDagtekeningOn: day('2026-05-11') };

test.each<[string, Facts, readonly string[]]>([
	['without a plan the leerbaarheidstoets too (W 14(6))', asiel, ['toets', 'medical', 'special']],
	[
		'some of the exams on the B1-route (B 2.7(3)a)',
		{ ...asiel, ...plan, leerroute: 'B' },
		['medical', 'someExams', 'adaptedExam', 'special'],
	],
	[
		'and on the onderwijsroute (B 2.7(3)b)',
		{ ...gezin, ...plan, leerroute: 'O' },
		['medical', 'someExams', 'adaptedExam', 'special'],
	],
	[
		'participation on the Z-route of an asielstatushouder (B 2.7(3)c)',
		{ ...asiel, ...plan, leerroute: 'Z' },
		['medical', 'participation', 'fewerLessons', 'special'],
	],
	[
		'a gezinsmigrant has no hours of participation to be relieved of (B 3.14(3))',
		{ ...gezin, ...plan, leerroute: 'Z' },
		['medical', 'fewerLessons', 'special'],
	],
	['nothing of it under the law of 2013', { ...asiel, stelsel: 'wi2013' }, []],
])('ontheffing: %s', (_, facts, expected) => {
	expect(ontheffingen(facts).map(({ key }) => key)).toEqual(expected);
});

test.each<[string, Facts, readonly string[]]>([
	['some exams on the B1-route (W 7(3))', { ...asiel, leerroute: 'B' }, ['someExams']],
	['also where the route is not known yet', gezin, ['someExams']],
	['not on the Z-route', { ...gezin, leerroute: 'Z' }, []],
])('vrijstelling: %s', (_, facts, more) => {
	expect(vrijstellingen(facts).map(({ key }) => key)).toEqual([
		'diploma',
		'school',
		'training',
		'settled',
		...more,
	]);
});

test('vrijstelling: each with its article, none under the law of 2013', () => {
	expect(vrijstellingen(asiel).map(({ article }) => article)).toEqual([
		'W 4(1)b',
		'W 4(1)a',
		'W 4(1)d',
		'W 4(1)e',
		'W 7(3)',
	]);
	expect(vrijstellingen({ ...asiel, stelsel: 'wi2013' })).toEqual([]);
});
