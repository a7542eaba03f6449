import { describe, expect, test } from 'vitest';
import { bezwaarLastDay, bezwaarTerm, bezwaarTiming } from '#lib/law/bezwaar.ts';
import { day } from '#lib/law/day.ts';

describe('six weeks from the day after the bekendmaking (Awb 6:7, 6:8(1))', () => {
	test('sent on Monday 2026-05-11: from 12 May, last day Monday 22 June', () => {
		expect(bezwaarTerm(day('2026-05-11'))).toMatchObject({
			from: '2026-05-12',
			lastDayOn: '2026-06-22',
			until: '2026-06-23',
			sixWeeksEndOn: '2026-06-22',
			article: 'Awb 6:7',
		});
	});

	test.each([
		['Saturday', '2026-05-09', '2026-06-22'],
		['Sunday', '2026-05-10', '2026-06-22'],
		['Goede Vrijdag, before Easter', '2026-02-20', '2026-04-07'],
		['tweede Paasdag', '2026-02-23', '2026-04-07'],
		['Koningsdag', '2026-03-16', '2026-04-28'],
		['5 May', '2026-03-24', '2026-05-06'],
		['Hemelvaartsdag, followed by an equalled Friday', '2026-04-02', '2026-05-18'],
		['eerste Kerstdag, on a Friday', '2026-11-13', '2026-12-28'],
	])('an end on %s runs on: sent %s, last day %s (Atw 1(1))', (_, sent, last) => {
		expect(bezwaarLastDay(day(sent))).toBe(last);
	});

	test('on the last day an objection is in time, on `until` it is not', () => {
		const { lastDayOn, until } = bezwaarTerm(day('2026-05-09'));
		expect([lastDayOn, until]).toEqual(['2026-06-22', '2026-06-23']);
	});
});

describe('when it was received (Awb 6:9-6:11)', () => {
	test.each([
		['before the letter went', '2026-05-11', null, 'early'],
		['on the day the letter went', '2026-05-11', '2026-05-11', 'early'],
		['on the first day', '2026-05-12', '2026-05-11', 'inTime'],
		['on the last day', '2026-06-22', '2026-05-11', 'inTime'],
		['the day after', '2026-06-23', '2026-05-11', 'late'],
		['where six weeks end on a Sunday, that Monday', '2026-06-22', '2026-05-10', 'inTime'],
		['and the Tuesday', '2026-06-23', '2026-05-10', 'late'],
	] as const)('%s: received %s, sent %s: %s', (_, received, sent, timing) => {
		expect(bezwaarTiming(day(received), sent && day(sent))).toBe(timing);
	});
});
