import { describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { daysOf, firstDay, readRule, weekly } from './recurrence.ts';
import { instantOf, wallOf } from './wall-clock.ts';

describe('when something happens', () => {
	it('comes on the days of the week that were chosen, in their order, each once', () => {
		expect(weekly([4, 2, 4])).toBe('FREQ=WEEKLY;BYDAY=TU,TH');
		expect(weekly([1], 2)).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO');
	});

	it('names the days from the first to the last, the end exclusive', () => {
		const pattern = { startsOn: day('2026-10-06'), rule: weekly([2, 4]), until: day('2026-10-15') };
		const all = { from: day('2026-01-01'), until: day('2027-01-01') };
		expect(daysOf(pattern, all)).toEqual(['2026-10-06', '2026-10-08', '2026-10-13']);
		expect(daysOf(pattern, { from: day('2026-10-08'), until: day('2026-10-13') })).toEqual([
			'2026-10-08',
		]);
	});

	it('keeps the weeks in between of every other week, wherever the window begins', () => {
		const pattern = { startsOn: day('2026-10-05'), rule: weekly([1], 2), until: day('2026-12-01') };
		expect(daysOf(pattern, { from: day('2026-10-12'), until: day('2026-11-10') })).toEqual([
			'2026-10-19',
			'2026-11-02',
		]);
	});

	it('finds the first day that the rule names', () => {
		expect(firstDay(weekly([2]), day('2026-10-05'))).toBe('2026-10-06');
	});

	it.each([
		['RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261201T000000Z', 'FREQ=WEEKLY;BYDAY=MO,WE'],
		['freq=daily;count=3', 'FREQ=DAILY'],
		['FREQ=MONTHLY;BYDAY=1MO', 'FREQ=MONTHLY;BYDAY=1MO'],
	])('reads %s', (text, rule) => {
		expect(readRule(text)).toBe(rule);
	});

	it.each([
		'',
		'weekly',
		'FREQ=SECONDLY',
		'FREQ=YEARLY',
		'FREQ=WEEKLY;BYDAY=XX',
		'FREQ=DAILY;INTERVAL=99999999',
		'FREQ=DAILY;BYHOUR=9,14',
		'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30',
		'FREQ=MONTHLY;BYMONTHDAY=99',
	])('refuses %s', (text) => {
		expect(readRule(text)).toBeNull();
	});
});

describe('the clock on the wall in the Netherlands', () => {
	it.each([
		['2026-10-24', '09:00', '2026-10-24T07:00:00Z'],
		['2026-10-26', '09:00', '2026-10-26T08:00:00Z'],
		['2027-03-28', '02:30', '2027-03-28T01:30:00Z'],
		['2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
	])('%s %s is %s', (on, at, instant) => {
		expect(instantOf(day(on), at)).toBe(Date.parse(instant));
	});

	it('reads back the same day and time on both sides of the change', () => {
		for (const on of ['2026-10-24', '2026-10-26', '2027-03-27', '2027-03-29'])
			expect(wallOf(instantOf(day(on), '09:00'))).toEqual({ on, at: '09:00' });
	});
});
