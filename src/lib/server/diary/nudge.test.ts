import { describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '#lib/law/day.ts';
import type { Forecast } from '#lib/law/hours-forecast.ts';
import { isAsked, type Silence } from './nudge.ts';

const today = day('2026-11-23');
const behind: Forecast = {
	paceMinutes: null,
	fullOn: null,
	neededMinutes: 330,
	until: day('2029-01-06'),
};
const onPace: Forecast = { ...behind, paceMinutes: 400, fullOn: day('2028-06-01') };

/** Plan of January, hours sent for the last time six weeks before today. */
const silence: Silence = {
	forecast: behind,
	planOn: day('2026-01-05'),
	lastSentOn: day('2026-10-12'),
	answeredOn: null,
	lines: [],
	weeks: 6,
};
const open = { sinceOn: day('2026-11-02'), untilOn: null };

const cases: readonly (readonly [string, Partial<Silence>, boolean])[] = [
	['six weeks to the day', {}, true],
	['a day less', { lastSentOn: day('2026-10-13') }, false],
	['two weeks later it still stands', { lastSentOn: day('2026-09-29') }, true],
	['then it goes away by itself', { lastSentOn: day('2026-09-28') }, false],
	['and comes back after six more weeks', { lastSentOn: day('2026-08-31') }, true],
	['never sent: from the plan on', { lastSentOn: null, planOn: day('2026-10-12') }, true],
	['never sent, and a plan of last week', { lastSentOn: null, planOn: day('2026-11-16') }, false],
	['a plan made anew after the hours', { planOn: day('2026-11-02') }, false],
	['no norm, after the term, or everything sent', { forecast: null }, false],
	['gets there at this pace', { forecast: onPace }, false],
	['answered today', { answeredOn: day('2026-11-23') }, false],
	['answered five weeks ago', { answeredOn: day('2026-10-19') }, false],
	['answered six weeks ago', { answeredOn: day('2026-10-12') }, true],
	['a reason that lasts', { lines: [open] }, false],
	[
		'a reason of which today is the last day',
		{ lines: [{ ...open, untilOn: day('2026-11-24') }] },
		false,
	],
	['a reason that is over', { lines: [{ ...open, untilOn: day('2026-11-23') }] }, true],
	['a reason still to come', { lines: [{ ...open, sinceOn: day('2026-11-24') }] }, true],
	['a gemeente that waits ten weeks', { weeks: 10 }, false],
	['a gemeente that waits three weeks', { weeks: 3, lastSentOn: day('2026-11-02') }, true],
];

describe('how it goes is asked', () => {
	it.each(cases)('%s: %s %s', (_, differing, asked) => {
		expect(isAsked({ ...silence, ...differing }, today)).toBe(asked);
	});

	it('on at most two weeks out of as many weeks as the gemeente has chosen', () => {
		for (const weeks of [3, 6, 26]) {
			const days = Array.from({ length: 600 }, (_, n) => addDays(day('2026-01-05'), n));
			const sent: Silence = { ...silence, lastSentOn: null, weeks };
			const asked = days.filter((on: Day) => isAsked(sent, on));
			const firsts = asked.filter((on) => !isAsked(sent, addDays(on, -1)));
			expect(asked.length).toBeGreaterThan(13);
			for (const [n, on] of firsts.entries()) {
				expect(on).toBe(addDays(day('2026-01-05'), (n + 1) * weeks * 7));
			}
			expect(asked.length).toBeLessThanOrEqual(firsts.length * 14);
		}
	});
});
