import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, daysBetween } from '#lib/law/day.ts';
import { forecast, type ForecastFacts, quarters, type Session } from '#lib/law/hours-forecast.ts';

const today = day('2026-11-23');
const on = (doneOn: string, hours: number): Session => ({
	doneOn: day(doneOn),
	minutes: hours * 60,
});

/** Eight weeks with six hours each: 29 September until today. */
const sixHoursAWeek = Array.from({ length: 8 }, (_, week) => ({
	doneOn: addDays(today, -7 * week),
	minutes: 360,
}));

const facts: ForecastFacts = {
	normMinutes: 800 * 60,
	sessions: sixHoursAWeek,
	since: day('2026-01-05'),
	until: day('2029-01-06'),
};

describe('looking ahead on 23 November 2026 in a term until 6 January 2029', () => {
	test('six hours a week: 752 hours to go take 878 days, until 19 April 2029: not told, the needed pace is', () => {
		const ahead = forecast(facts, today);
		expect(ahead).toMatchObject({ paceMinutes: 360, fullOn: null });
		// 752 hours in 775 days are 6 hours and 47.5 minutes a week.
		expect(quarters(ahead?.neededMinutes ?? 0)).toBe(420);
	});

	test('seven hours a week and 100 hours before that: full on 28 August 2028', () => {
		const sessions = [
			...sixHoursAWeek.map((one) => ({ ...one, minutes: 420 })),
			on('2026-03-02', 100),
		];
		// 800 - 56 - 100 = 644 hours at one hour a day: 644 days.
		expect(forecast({ ...facts, sessions }, today)).toMatchObject({
			paceMinutes: 420,
			fullOn: '2028-08-28',
		});
	});

	test('a norm that an ontheffing lowered to 100 hours is full sooner (B 2.7(3)c)', () => {
		// 52 hours to go at 360 minutes a week: 60 2/3 days.
		const lowered = forecast({ ...facts, normMinutes: 100 * 60 }, today);
		expect(lowered?.fullOn).toBe('2027-01-23');
	});

	test('two days with hours are no pace; what is needed can be said', () => {
		const ahead = forecast({ ...facts, sessions: sixHoursAWeek.slice(0, 2) }, today);
		expect(ahead).toMatchObject({ paceMinutes: null, fullOn: null });
		expect(ahead?.neededMinutes).toBeGreaterThan(0);
	});

	test.each([
		['2026-10-27', 360 * 4],
		['2026-10-28', null],
	])('a plan of %s: four weeks are needed for a pace', (since, minutes) => {
		const sessions = sixHoursAWeek.slice(0, 4);
		const ahead = forecast({ ...facts, sessions, since: day(since) }, today);
		expect(ahead?.paceMinutes ?? null).toBe(minutes === null ? null : minutes / 4);
	});

	test('nobody is told to do more than a working week', () => {
		expect(forecast({ ...facts, until: day('2027-01-06') }, today)?.neededMinutes).toBeNull();
	});

	test.each(['2026-11-23', '2026-11-22', '2024-01-01'])(
		'a term that ended on %s: nothing',
		(end) => {
			expect(forecast({ ...facts, until: day(end) }, today)).toBeNull();
		},
	);

	test('the last day of the term still has a forecast, without dividing by nothing', () => {
		const sessions = [...sixHoursAWeek, on('2026-05-04', 740)];
		const ahead = forecast({ ...facts, sessions, until: day('2026-11-24') }, today);
		expect(ahead).toMatchObject({ fullOn: null, neededMinutes: 12 * 60 });
	});

	test('everything declared: nothing to look ahead to', () => {
		expect(forecast({ ...facts, normMinutes: 48 * 60 }, today)).toBeNull();
	});
});

const session: fc.Arbitrary<Session> = fc.record({
	doneOn: fc.integer({ min: 0, max: 90 }).map((ago) => addDays(today, -ago)),
	minutes: fc.integer({ min: 1, max: 64 }).map((quarter) => quarter * 15),
});
const anyFacts = fc.record({
	normMinutes: fc.integer({ min: 1, max: 800 }).map((hours) => hours * 60),
	sessions: fc.array(session, { minLength: 1, maxLength: 60 }),
	since: fc.integer({ min: 0, max: 400 }).map((ago) => addDays(today, -ago)),
	until: fc.integer({ min: -20, max: 1500 }).map((ahead) => addDays(today, ahead)),
});

test('one session more never gives a later day, and never takes a day away but by finishing', () => {
	let compared = 0;
	fc.assert(
		fc.property(anyFacts, session, (before, extra) => {
			const first = forecast(before, today);
			const second = forecast({ ...before, sessions: [...before.sessions, extra] }, today);
			if (!first?.fullOn || second === null) return;
			compared += 1;
			expect(second.fullOn).not.toBeNull();
			if (second.fullOn) expect(daysBetween(second.fullOn, first.fullOn)).toBeGreaterThanOrEqual(0);
			expect(second.neededMinutes).toBeLessThanOrEqual(first.neededMinutes ?? Infinity);
		}),
		{ numRuns: 1000 },
	);
	expect(compared).toBeGreaterThan(100);
});

test('every number is a number above zero, and every day lies in what is left of the term', () => {
	fc.assert(
		fc.property(anyFacts, (some) => {
			const ahead = forecast(some, today);
			if (ahead === null) return;
			for (const minutes of [ahead.paceMinutes, ahead.neededMinutes]) {
				if (minutes === null) continue;
				expect(Number.isFinite(minutes)).toBe(true);
				expect(minutes).toBeGreaterThan(0);
				expect(quarters(minutes) % 15).toBe(0);
			}
			if (ahead.fullOn === null) return;
			expect(daysBetween(today, ahead.fullOn)).toBeGreaterThan(0);
			expect(daysBetween(ahead.fullOn, some.until)).toBeGreaterThan(0);
		}),
	);
});
