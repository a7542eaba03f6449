import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import * as days from '#lib/law/day.ts';
import { type Day, day, InvalidDay } from '#lib/law/day.ts';

const anyDay: fc.Arbitrary<Day> = fc
	.integer({ min: -50_000, max: 50_000 })
	.map((n) => day(Temporal.PlainDate.from('2000-01-01').add({ days: n }).toString()));

describe('a day is an existing calendar day', () => {
	test.each(['2026-05-11', '2024-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
		expect(day(text)).toBe(text);
		expect(days.isDay(text)).toBe(true);
	});

	test.each([
		'2026-02-30',
		'2023-02-29',
		'2026-13-01',
		'2026-00-10',
		'2026-5-11',
		'11-05-2026',
		'2026-05-11T00:00:00Z',
		'2026-05-11[u-ca=persian]',
		' 2026-05-11',
		'',
	])('%j is none', (text) => {
		expect(days.isDay(text)).toBe(false);
		expect(() => day(text)).toThrow(InvalidDay);
	});

	test.each([20260511, null, undefined, {}])('%j is no text', (value) => {
		expect(days.isDay(value)).toBe(false);
	});
});

describe('months and years end on an existing day', () => {
	test.each([
		['2026-01-31', 1, '2026-02-28'],
		['2024-01-31', 1, '2024-02-29'],
		['2026-08-31', 18, '2028-02-29'],
		['2026-05-31', -3, '2026-02-28'],
	])('%s and %i months is %s', (from, n, to) => {
		expect(days.addMonths(day(from), n)).toBe(to);
	});

	test('2024-02-29 and 3 years is 2027-02-28', () => {
		expect(days.addYears(day('2024-02-29'), 3)).toBe('2027-02-28');
	});
});

test('weeks keep the day of the week: Monday 2026-03-02 and 10 weeks is Monday 2026-05-11', () => {
	expect(days.addWeeks(day('2026-03-02'), 10)).toBe('2026-05-11');
	expect(days.weekday(day('2026-03-02'))).toBe(1);
	expect(days.weekday(day('2026-05-11'))).toBe(1);
	expect(days.weekday(day('2026-05-10'))).toBe(7);
});

describe('arithmetic agrees with Temporal, and with counting days since 1970', () => {
	test('adding days, weeks, months and years', () => {
		fc.assert(
			fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (from, n) => {
				const plain = Temporal.PlainDate.from(from);
				expect(days.addDays(from, n)).toBe(plain.add({ days: n }).toString());
				expect(days.addWeeks(from, n)).toBe(plain.add({ weeks: n }).toString());
				expect(days.addMonths(from, n)).toBe(plain.add({ months: n }).toString());
				expect(days.addYears(from, n)).toBe(plain.add({ years: n }).toString());
				expect(dayNumber(days.addDays(from, n)) - dayNumber(from)).toBe(n);
			}),
		);
	});

	test('days between, weekday, and order', () => {
		fc.assert(
			fc.property(anyDay, anyDay, (a, b) => {
				const between = days.daysBetween(a, b);
				expect(between).toBe(dayNumber(b) - dayNumber(a));
				expect(days.addDays(a, between)).toBe(b);
				expect(days.compareDays(a, b) < 0).toBe(between > 0);
				expect(days.compareDays(a, b) === 0).toBe(between === 0);
				expect(days.isBefore(a, b)).toBe(between > 0);
				expect(days.isOnOrAfter(a, b)).toBe(between <= 0);
				expect(days.laterOf(a, b)).toBe(between > 0 ? b : a);
				expect(days.earlierOf(a, b)).toBe(between > 0 ? a : b);
				expect(days.weekday(a)).toBe(((((dayNumber(a) + 3) % 7) + 7) % 7) + 1);
			}),
		);
	});

	test('the day after the day before is the day itself', () => {
		fc.assert(
			fc.property(anyDay, (one) => {
				expect(days.dayAfter(days.dayBefore(one))).toBe(one);
				expect(days.dayAfter(one) > one).toBe(true);
			}),
		);
	});
});

/** Days since 1970-01-01, counted without any calendar library. */
function dayNumber(one: Day): number {
	const [year = 0, month = 0, date = 0] = one.split('-').map(Number);
	const marchYear = month > 2 ? year : year - 1;
	const marchMonth = (month + 9) % 12;
	const leapDays =
		Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
	return 365 * marchYear + leapDays + Math.floor((153 * marchMonth + 2) / 5) + date - 1 - 719_468;
}
