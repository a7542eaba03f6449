import { describe, expect, test } from 'vitest';
import { day } from '#lib/law/day.ts';
import { afschalen, combination, LEERROUTES, wisselen } from '#lib/law/leerroute.ts';
import { inburgeringstermijn } from '#lib/law/termijn.ts';

/** PIP of 2026-05-11: term from 2026-05-12, switch window until 2027-11-12 (W 11, B 5.4(1)). */
const termijn = inburgeringstermijn({ firstDagtekening: day('2026-05-11') });

describe('wisselen: 18 months (W 17(2), B 5.4(1))', () => {
	test('on the last day of the window, 2027-11-11, B to Z is allowed', () => {
		expect(wisselen({ from: 'B', to: 'Z', on: day('2027-11-11'), termijn })).toEqual({
			allowed: true,
			article: 'B 5.4(1)',
		});
	});

	test('from 2027-11-12 on it is not', () => {
		expect(wisselen({ from: 'B', to: 'Z', on: day('2027-11-12'), termijn })).toEqual({
			allowed: false,
			article: 'B 5.4(1)',
			reason: 'windowPassed',
		});
	});

	test.each(LEERROUTES.flatMap((from) => LEERROUTES.map((to) => [from, to] as const)))(
		'on 2028-06-01 only the onderwijsroute may change to the B1-route: %s to %s',
		(from, to) => {
			const ruling = wisselen({ from, to, on: day('2028-06-01'), termijn });
			expect(ruling.allowed).toBe(from === 'O' && to === 'B');
		},
	);

	test('an extension of the term does not prolong the window (B 5.4(1))', () => {
		const extended = inburgeringstermijn({
			firstDagtekening: day('2026-05-11'),
			extendedUntil: day('2030-05-12'),
		});
		const request = { from: 'Z', to: 'B', on: day('2027-11-12'), termijn: extended } as const;
		expect(wisselen(request).allowed).toBe(false);
	});

	test('before the term there is nothing to change, and a route cannot change into itself', () => {
		expect(wisselen({ from: 'O', to: 'B', on: day('2026-05-11'), termijn })).toMatchObject({
			reason: 'termNotStarted',
		});
		expect(wisselen({ from: 'B', to: 'B', on: day('2026-06-01'), termijn })).toMatchObject({
			reason: 'sameLeerroute',
		});
	});

	test('after a non-exempting training it is allowed later, since 2023 (B 5.4(2))', () => {
		const ground = 'nonExemptingTraining';
		const later = wisselen({ from: 'B', to: 'Z', on: day('2028-06-01'), termijn, ground });
		expect(later).toEqual({ allowed: true, article: 'B 5.4(2)' });
		const of2022 = { from: day('2022-03-01'), wisselenUntil: day('2022-09-01') };
		const on = day('2022-12-31');
		expect(wisselen({ from: 'B', to: 'Z', on, termijn: of2022, ground }).allowed).toBe(false);
	});

	test('the reasoned exception moved from B 5.4(2) to B 5.4(3) on 2023-01-01', () => {
		const ground = 'reasonedException';
		const window = { from: day('2022-03-01'), wisselenUntil: day('2022-09-01') };
		const ask = { from: 'Z', to: 'B', termijn: window, ground } as const;
		expect(wisselen({ ...ask, on: day('2022-12-31') }).article).toBe('B 5.4(2)');
		expect(wisselen({ ...ask, on: day('2023-01-01') }).article).toBe('B 5.4(3)');
	});
});

describe('afschalen: 600 hours of NT2, no 18 months (W 17(3), B 5.5)', () => {
	const request = {
		leerroute: 'B',
		isFirstPip: false,
		nt2CourseMinutes: 600 * 60,
		sufficientEffort: true,
		on: day('2029-01-15'),
	} as const;

	test('with 600 hours it is allowed in the last months of the term', () => {
		expect(afschalen(request)).toEqual({ allowed: true, article: 'W 17(3)' });
	});

	test('one minute less than 600 hours is too few', () => {
		expect(afschalen({ ...request, nt2CourseMinutes: 35_999 })).toEqual({
			allowed: false,
			article: 'B 5.5(1)',
			reason: 'tooFewHours',
		});
	});

	test('hours alone are not enough: effort counts', () => {
		expect(afschalen({ ...request, sufficientEffort: false })).toMatchObject({
			reason: 'insufficientEffort',
		});
	});

	test('not in the first PIP, and only inside the B1-route', () => {
		expect(afschalen({ ...request, isFirstPip: true })).toMatchObject({ reason: 'firstPip' });
		expect(afschalen({ ...request, leerroute: 'O' })).toMatchObject({ reason: 'notB1Route' });
		expect(afschalen({ ...request, leerroute: 'Z' })).toMatchObject({ reason: 'notB1Route' });
	});
});

describe('leerroute and niveau together in a PIP (DUO PIP API 1.2.0)', () => {
	test.each([
		['B', 'B1', true, true],
		['B', 'A2', true, false],
		['B', 'A2', false, true],
		['O', 'B1', true, true],
		['O', 'A2', false, false],
		['Z', 'B1', false, false],
		['Z', 'A2', true, true],
	] as const)('%s at %s, first PIP %s: accepted %s', (leerroute, niveau, isFirstPip, accepted) => {
		expect(combination({ leerroute, niveau, isFirstPip }).allowed).toBe(accepted);
	});

	test('a PIP without niveau is accepted', () => {
		expect(combination({ leerroute: 'Z', isFirstPip: true }).allowed).toBe(true);
	});
});
