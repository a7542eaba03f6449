import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, weekday } from '#lib/law/day.ts';
import { easterSunday, endOfTerm, holidaysOf, isHoliday, isWorkingDay } from '#lib/law/holiday.ts';

test.each([
	[2019, '2019-04-21'],
	[2022, '2022-04-17'],
	[2024, '2024-03-31'],
	[2025, '2025-04-20'],
	[2026, '2026-04-05'],
	[2027, '2027-03-28'],
	[2028, '2028-04-16'],
	[2038, '2038-04-25'],
	[2285, '2285-03-22'],
])('Easter of %i is on %s', (year, easter) => {
	expect(easterSunday(year)).toBe(easter);
});

test('the official holidays of 2026 (Atw 3(1), (2))', () => {
	expect(holidaysOf(2026)).toEqual([
		'2026-01-01',
		'2026-04-03',
		'2026-04-06',
		'2026-04-27',
		'2026-05-05',
		'2026-05-14',
		'2026-05-25',
		'2026-12-25',
		'2026-12-26',
	]);
});

test('Koningsdag is on the 26th when the 27th is a Sunday: 2025-04-26', () => {
	expect(isHoliday(day('2025-04-26'))).toBe(true);
	expect(holidaysOf(2025)).not.toContain('2025-04-27');
});

test.each(['2024-12-27', '2026-01-02', '2026-05-15', '2027-05-07', '2028-04-28', '2028-05-26'])(
	'%s was made equal to a holiday (Atw 3(3))',
	(equalled) => {
		expect(isHoliday(day(equalled))).toBe(true);
	},
);

test('31 December and 4 May are no holidays', () => {
	expect(isWorkingDay(day('2026-12-31'))).toBe(true);
	expect(isWorkingDay(day('2026-05-04'))).toBe(true);
});

describe('a term runs on to the next working day (Atw 1(1))', () => {
	test.each([
		['2026-06-22', '2026-06-22'],
		['2026-06-20', '2026-06-22'],
		['2026-06-21', '2026-06-22'],
		['2026-04-03', '2026-04-07'],
		['2026-05-14', '2026-05-18'],
		['2026-12-25', '2026-12-28'],
		['2026-01-01', '2026-01-05'],
	])('%s becomes %s', (end, last) => {
		expect(endOfTerm(day(end))).toBe(last);
	});

	test('never earlier, never by more than a week, and on a day from Monday to Friday', () => {
		const offsets = fc.integer({ min: 0, max: 20_000 });
		fc.assert(
			fc.property(offsets, (n) => {
				const end = addDays(day('2022-01-01'), n);
				const last = endOfTerm(end);
				expect(last >= end).toBe(true);
				expect(last <= addDays(end, 7)).toBe(true);
				expect(weekday(last)).toBeLessThanOrEqual(5);
			}),
		);
	});
});
