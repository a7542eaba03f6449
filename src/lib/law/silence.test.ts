import { describe, expect, it } from 'vitest';
import { day } from './day.ts';
import { silentWeeks, weeksSilent } from './silence.ts';

describe('weeks without hours', () => {
	it.each([
		['2026-10-12', null, 6],
		['2026-10-13', null, 5],
		['2026-01-05', '2026-10-12', 6],
		// Hours that were done before the plan came say nothing of the time after it.
		['2026-10-12', '2026-01-05', 6],
		['2026-11-23', null, 0],
		['2026-11-30', null, 0],
	])('plan of %s, last sent %s: %i', (planOn, sentOn, weeks) => {
		const lastSentOn = sentOn === null ? null : day(sentOn);
		expect(weeksSilent(day(planOn), lastSentOn, day('2026-11-23'))).toBe(weeks);
	});

	it('are six by default, or as many as the gemeente has chosen', () => {
		expect(silentWeeks(day('2026-11-23'))).toBe(6);
		expect(silentWeeks(day('2026-11-23'), 4)).toBe(4);
		expect(() => silentWeeks(day('2021-12-31'))).toThrow(RangeError);
	});
});
