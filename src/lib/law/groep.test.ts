import { describe, expect, test } from 'vitest';
import { day } from '#lib/law/day.ts';
import { GROEP_DETAILS, groepOf, joinedAsylumHolder, stelselOf } from '#lib/law/groep.ts';

describe('the main group (W 13(1), W 19)', () => {
	test.each([
		['asielstatushouder', 'asielstatushouder'],
		['nareiziger', 'asielstatushouder'],
		['gezinsherenigerMetAsielstatushouder', 'asielstatushouder'],
		['gezinsvormerMetAsielstatushouder', 'asielstatushouder'],
		['gezinshereniger', 'gezinsmigrant'],
		['gezinsvormer', 'gezinsmigrant'],
		['geestelijkBedienaar', 'gezinsmigrant'],
		['overig', 'gezinsmigrant'],
	] as const)('%s belongs to %s', (detail, groep) => {
		expect(groepOf(detail)).toBe(groep);
	});

	test('only who joined an asylum holder is an asielstatushouder on a regular permit (W 13(1)b)', () => {
		expect(GROEP_DETAILS.filter(joinedAsylumHolder)).toEqual([
			'nareiziger',
			'gezinsherenigerMetAsielstatushouder',
			'gezinsvormerMetAsielstatushouder',
		]);
	});
});

describe('the ondertussengroep stays under the law of 2013 (W 54(1))', () => {
	test.each([
		['2021-12-31', 'wi2013'],
		['2022-01-01', 'wi2021'],
		['2026-03-02', 'wi2021'],
	])('a duty since %s falls under %s', (since, stelsel) => {
		expect(stelselOf(day(since))).toBe(stelsel);
	});
});
