import { describe, expect, test } from 'vitest';
import { day } from '#lib/law/day.ts';
import { departsFromToets, mayCompleteInAbsence } from '#lib/law/intake.ts';
import { NoNormForDay } from '#lib/law/norm.ts';

describe('the brede intake without the person (W 14(2))', () => {
	const three = [day('2026-03-16'), day('2026-03-30'), day('2026-04-13')];

	test.each([
		['after three summonses', three, '2026-04-14', true],
		['on the day of the third', three, '2026-04-13', false],
		['after two', three.slice(0, 2), '2026-05-01', false],
		['after the same day three times', [three[0], three[0], three[0]], '2026-05-01', false],
		['after none', [], '2026-05-01', false],
	] as const)('%s', (_name, oproepen, on, allowed) => {
		const days = oproepen.flatMap((one) => (one === undefined ? [] : [one]));
		expect(mayCompleteInAbsence(days, day(on))).toMatchObject({ allowed, article: 'W 14(2)' });
	});

	test('is not known to the law before 2022', () => {
		expect(() => mayCompleteInAbsence(three, day('2021-12-31'))).toThrow(NoNormForDay);
	});
});

test.each([
	['haalbaar', 'Z', true],
	['haalbaar', 'B', false],
	['haalbaar', 'O', false],
	['nietHaalbaar', 'Z', false],
	['nietHaalbaar', 'B', true],
	['nietHaalbaar', 'O', true],
	['onbekend', 'Z', false],
	['onbekend', 'B', false],
	[null, 'B', false],
	['haalbaar', null, false],
] as const)(
	'a leerbaarheidstoets that says %s, and leerroute %s: departs %s',
	(result, leerroute, departs) => {
		expect(departsFromToets(result, leerroute)).toBe(departs);
	},
);
