import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, weekday } from '#lib/law/day.ts';
import { mondayOf, readWeek, weekOf } from './weeks.ts';

describe('a week', () => {
	it.each([
		['2026-11-23', '2026-W48', '2026-11-23'],
		['2026-11-29', '2026-W48', '2026-11-23'],
		['2027-01-03', '2026-W53', '2026-12-28'],
		['2027-01-04', '2027-W01', '2027-01-04'],
		['2024-12-30', '2025-W01', '2024-12-30'],
		['2023-01-01', '2022-W52', '2022-12-26'],
	])('of %s is %s', (on, id, from) => {
		expect(weekOf(day(on))).toMatchObject({ id, from });
	});

	it('is read back from its own name, and each day is in exactly its own', () => {
		const days = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays(day('1950-01-01'), n));
		fc.assert(
			fc.property(days, (on) => {
				const week = weekOf(on);
				expect(readWeek(week.id)).toEqual(week);
				expect(week.from <= on && on < week.until).toBe(true);
				expect(weekday(week.from)).toBe(1);
				expect(mondayOf(on)).toBe(week.from);
			}),
		);
	});

	it.each([
		...['2026-W00', '2026-W54', '2025-W53', '0001-W01', '9999-W01', '2026-W5', '2026-11-23'],
		...['', '2026-W48 ', '-026-W48', '2026W48'],
	])('is not read from %s', (text) => {
		expect(readWeek(text)).toBeNull();
	});
});
