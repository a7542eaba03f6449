import { expect, test } from 'vitest';
import { bezwaarLastDay } from '#lib/law/bezwaar.ts';
import { addWeeks, day } from '#lib/law/day.ts';
import { keptAfterDecision, keptAfterWithdrawal } from '#lib/law/proof-retention.ts';

test.each([
	['a day in the middle', '2026-05-11', '2026-11-11'],
	['a month that is shorter', '2026-08-31', '2027-02-28'],
	['a leap year', '2027-08-31', '2028-02-29'],
])('kept for six months after the decision: %s (AVG 5(1)e)', (_, decided, last) => {
	expect(keptAfterDecision(day(decided)).keptThroughOn).toBe(last);
});

test('every day of years has room for bezwaar and the decision on it: 24 weeks (Awb 6:7, 7:10)', () => {
	for (let ago = 0; ago < 104; ago += 1) {
		const decidedOn = addWeeks(day('2026-01-01'), ago);
		const { keptThroughOn } = keptAfterDecision(decidedOn);
		expect(keptThroughOn >= addWeeks(decidedOn, 24), decidedOn).toBe(true);
	}
});

test('a gemeente that keeps shorter keeps through the term for bezwaar (Awb 6:7, 6:8(1))', () => {
	expect(keptAfterDecision(day('2026-05-11'), 1).keptThroughOn).toBe('2026-06-22');
	expect(keptAfterDecision(day('2026-05-11'), 0).keptThroughOn).toBe('2026-06-22');
	// Six weeks end on Eerste Kerstdag, a Friday: the term runs on to Monday (Atw 1(1)).
	expect(keptAfterDecision(day('2026-11-13'), 1).keptThroughOn).toBe('2026-12-28');
	expect(bezwaarLastDay(day('2026-11-13'))).toBe('2026-12-28');
});

test('a gemeente that keeps longer does so', () => {
	expect(keptAfterDecision(day('2026-05-11'), 12).keptThroughOn).toBe('2027-05-11');
});

test('of hours taken back the day itself is the last (AVG 5(1)e)', () => {
	expect(keptAfterWithdrawal(day('2026-05-11')).keptThroughOn).toBe('2026-05-11');
});

test('what it rests on is said', () => {
	expect(keptAfterDecision(day('2026-05-11')).articles).toContain('AVG 5(1)e');
	expect(keptAfterWithdrawal(day('2026-05-11')).articles).toEqual(['AVG 5(1)e']);
});
