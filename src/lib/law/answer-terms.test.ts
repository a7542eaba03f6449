import { describe, expect, test } from 'vitest';
import { bezwaarAnswer, complaintAnswer, correctionAnswer } from '#lib/law/answer-terms.ts';
import { day } from '#lib/law/day.ts';

describe('until when the gemeente has to answer', () => {
	test('a bezwaar: six weeks after its own term (Awb 7:10(1)), and on over a holiday (Atw 1(1))', () => {
		expect(bezwaarAnswer(day('2026-06-22'))).toEqual({
			lastDayOn: '2026-08-03',
			article: 'Awb 7:10(1)',
		});
		expect(bezwaarAnswer(day('2026-11-13')).lastDayOn).toBe('2026-12-28');
	});

	test('a complaint: six weeks (Awb 9:11(1)), and on over a weekend', () => {
		expect(complaintAnswer(day('2026-05-11')).lastDayOn).toBe('2026-06-22');
		expect(complaintAnswer(day('2026-05-09')).lastDayOn).toBe('2026-06-22');
	});

	test('a correction: one month (AVG 12(3)), the last of a shorter one', () => {
		expect(correctionAnswer(day('2026-11-23')).lastDayOn).toBe('2026-12-23');
		expect(correctionAnswer(day('2027-01-31')).lastDayOn).toBe('2027-02-28');
	});
});
