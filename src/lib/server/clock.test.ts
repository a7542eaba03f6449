import { afterEach, describe, expect, it, vi } from 'vitest';
import { dayOf, moment, timeOf } from './clock.ts';

afterEach(() => {
	vi.unstubAllEnvs();
	vi.useRealTimers();
});

describe('a day in the Netherlands', () => {
	it.each([
		['2026-11-22T22:59:59.999Z', '2026-11-22', '23:59'],
		['2026-11-22T23:00:00.000Z', '2026-11-23', '00:00'],
		['2026-07-01T21:59:59.999Z', '2026-07-01', '23:59'],
		['2026-07-01T22:00:00.000Z', '2026-07-02', '00:00'],
		// The clocks change: 29 March at 1:00 and 25 October at 1:00 UTC.
		['2026-03-29T00:59:00.000Z', '2026-03-29', '01:59'],
		['2026-03-29T01:00:00.000Z', '2026-03-29', '03:00'],
		['2026-10-25T00:30:00.000Z', '2026-10-25', '02:30'],
		['2026-10-25T01:30:00.000Z', '2026-10-25', '02:30'],
		['2028-02-29T12:00:00.000Z', '2028-02-29', '13:00'],
	])('at %s it is %s, %s', (instant, on, time) => {
		expect(dayOf(Date.parse(instant))).toBe(on);
		expect(timeOf(Date.parse(instant))).toBe(time);
	});
});

describe('the moment', () => {
	it('is now', () => {
		const { now, today } = moment();
		expect(Math.abs(now - performance.timeOrigin - performance.now())).toBeLessThan(1000);
		expect(today).toBe(dayOf(now));
	});

	it('stands on the day of the demo, while the time of day runs on', () => {
		vi.stubEnv('DEMO', '1');
		vi.stubEnv('DEMO_TODAY', '2026-07-01');
		const first = moment();
		expect(first.today).toBe('2026-07-01');
		expect(dayOf(first.now)).toBe('2026-07-01');
		expect(moment().now).toBeGreaterThanOrEqual(first.now);
	});

	it.each(['2026-11-22T20:30:00Z', '2026-11-23T03:00:00Z'])(
		'is ten in the morning of the demo when the demo began, at %s',
		(began) => {
			vi.useFakeTimers({ now: Date.parse(began) });
			vi.stubEnv('DEMO', '1');
			vi.stubEnv('DEMO_TODAY', '2026-07-01');
			vi.stubEnv('DEMO_BEGAN', began);
			expect(moment()).toEqual({ now: Date.parse('2026-07-01T08:00:00Z'), today: '2026-07-01' });
			vi.advanceTimersByTime(90_000);
			expect(timeOf(moment().now)).toBe('10:01');
		},
	);

	it.each([undefined, '', '0'])('takes no notice of a demo day when DEMO is %j', (demo) => {
		vi.stubEnv('DEMO', demo);
		vi.stubEnv('DEMO_TODAY', '2020-07-01');
		expect(moment().today).not.toBe('2020-07-01');
	});
});
