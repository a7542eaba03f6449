import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, day, dayBefore, isBefore } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { NoNormForDay } from '#lib/law/norm.ts';
import { inburgeringstermijn, termijnOf } from '#lib/law/termijn.ts';

describe('three years from the day after the dagtekening (W 11)', () => {
	test('PIP of 2026-05-11: 2026-05-12 until 2029-05-12, switching until 2027-11-12', () => {
		expect(inburgeringstermijn({ firstDagtekening: day('2026-05-11') })).toEqual({
			from: '2026-05-12',
			until: '2029-05-12',
			verlengingAskableFrom: '2028-11-12',
			wisselenUntil: '2027-11-12',
			isExtended: false,
			articles: {
				from: 'W 11(2)',
				until: 'W 11(1)',
				verlengingAskableFrom: 'B 4.5(1)',
				wisselenUntil: 'B 5.4(1)',
			},
		});
	});

	test('an extension can be asked from two and a half years after the start (B 4.5(1))', () => {
		const term = inburgeringstermijn({ firstDagtekening: day('2026-05-11') });
		expect(term.verlengingAskableFrom).toBe(addMonths(term.from, 30));
	});

	test.each([
		['2024-02-28', '2024-02-29', '2027-03-01'],
		['2024-02-29', '2024-03-01', '2027-03-01'],
		['2025-02-28', '2025-03-01', '2028-02-29'],
	])('around 29 February no day is lost: PIP of %s, %s until %s', (first, from, until) => {
		expect(inburgeringstermijn({ firstDagtekening: day(first) })).toMatchObject({ from, until });
	});

	test('the end does not move for a Sunday: 2029-05-13 stays (Atw 4a)', () => {
		const term = inburgeringstermijn({ firstDagtekening: day('2026-05-13') });
		expect(dayBefore(term.until)).toBe('2029-05-13');
	});

	test('a term before the law is an error (W 55)', () => {
		expect(() => inburgeringstermijn({ firstDagtekening: day('2021-12-31') })).toThrow(
			NoNormForDay,
		);
	});
});

describe('extension and interruption', () => {
	const firstDagtekening = day('2026-05-11');

	test("DUO's end date is taken as it is, and asking counts from there (W 12(1), B 4.5(1))", () => {
		const extendedUntil = day('2029-11-12');
		expect(inburgeringstermijn({ firstDagtekening, extendedUntil })).toMatchObject({
			until: '2029-11-12',
			verlengingAskableFrom: '2029-05-12',
			wisselenUntil: '2027-11-12',
			isExtended: true,
			articles: { until: 'W 12(1)' },
		});
	});

	test('an interruption of 100 days adds 100 days (B 4.2)', () => {
		const term = inburgeringstermijn({ firstDagtekening, interruptionDays: 100 });
		expect(term.until).toBe(addDays(day('2029-05-12'), 100));
		expect(term.articles.until).toBe('B 4.2');
	});

	test('an extension that shortens the term is a mistake, not an extension', () => {
		const extendedUntil = day('2029-05-11');
		expect(() => inburgeringstermijn({ firstDagtekening, extendedUntil })).toThrow(RangeError);
	});
});

describe('revising the PIP never moves the start (W 11(3))', () => {
	const facts: Facts = {
		stelsel: 'wi2021',
		groep: 'asielstatushouder',
		firstDagtekeningOn: day('2026-05-11'),
		dagtekeningOn: day('2026-05-11'),
	};

	test('a revision of 2027-09-20 leaves the term as it was', () => {
		expect(termijnOf({ ...facts, dagtekeningOn: day('2027-09-20') })).toEqual(termijnOf(facts));
	});

	test('a move and a new PIP leave the term as it was (W 15(4))', () => {
		const moved = { movedInOn: day('2026-09-07'), dagtekeningOn: day('2026-11-16') };
		expect(termijnOf({ ...facts, ...moved })).toEqual(termijnOf(facts));
	});
});

test('for every PIP: the term ends after it begins, and the windows lie inside it', () => {
	const sinceTheLaw = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(day('2022-01-01'), n));
	const interruption = fc.integer({ min: 0, max: 366 });
	fc.assert(
		fc.property(sinceTheLaw, interruption, (firstDagtekening, interruptionDays) => {
			const term = inburgeringstermijn({ firstDagtekening, interruptionDays });
			expect(dayBefore(term.from)).toBe(firstDagtekening);
			expect(isBefore(term.from, term.wisselenUntil)).toBe(true);
			expect(isBefore(term.wisselenUntil, term.verlengingAskableFrom)).toBe(true);
			expect(isBefore(term.verlengingAskableFrom, term.until)).toBe(true);
		}),
	);
});
