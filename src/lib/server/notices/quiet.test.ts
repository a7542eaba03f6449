import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterQuiet, usualQuiet } from './quiet.ts';

const at = (iso: string) => Date.parse(iso);

describe('the first instant outside the quiet hours', () => {
	it.each([
		// Winter: UTC+1. Nine in the evening is quiet, eight in the morning is not.
		['2026-11-23T19:59:00Z', '2026-11-23T19:59:00Z'],
		['2026-11-23T20:00:00Z', '2026-11-24T07:00:00Z'],
		['2026-11-24T02:00:00Z', '2026-11-24T07:00:00Z'],
		['2026-11-24T06:59:59Z', '2026-11-24T07:00:00Z'],
		['2026-11-24T07:00:00Z', '2026-11-24T07:00:00Z'],
		// The night of 23 hours (29 March 2026): eight in the morning is UTC+2.
		['2026-03-28T20:00:00Z', '2026-03-29T06:00:00Z'],
		['2026-03-29T00:59:00Z', '2026-03-29T06:00:00Z'],
		['2026-03-29T01:00:00Z', '2026-03-29T06:00:00Z'],
		['2026-03-29T06:00:00Z', '2026-03-29T06:00:00Z'],
		// The night of 25 hours (25 October 2026): eight in the morning is UTC+1.
		['2026-10-24T19:00:00Z', '2026-10-25T07:00:00Z'],
		['2026-10-25T00:30:00Z', '2026-10-25T07:00:00Z'],
		['2026-10-25T01:30:00Z', '2026-10-25T07:00:00Z'],
	])('of %s is %s', (from, to) => {
		expect(new Date(afterQuiet(at(from), usualQuiet)).toISOString()).toBe(
			new Date(at(to)).toISOString(),
		);
	});

	it('within one day, and with none at all', () => {
		const siesta = { from: '13:00', until: '15:00' };
		expect(afterQuiet(at('2026-11-23T12:30:00Z'), siesta)).toBe(at('2026-11-23T14:00:00Z'));
		expect(afterQuiet(at('2026-11-23T22:00:00Z'), siesta)).toBe(at('2026-11-23T22:00:00Z'));
		expect(afterQuiet(at('2026-11-23T22:00:00Z'), null)).toBe(at('2026-11-23T22:00:00Z'));
		const never = { from: '08:00', until: '08:00' };
		expect(afterQuiet(at('2026-11-23T22:00:00Z'), never)).toBe(at('2026-11-23T22:00:00Z'));
	});

	it('is never before, at most a day later, and is not quiet itself', () => {
		const hour = fc.integer({ min: 0, max: 23 }).map((n) => `${String(n).padStart(2, '0')}:00`);
		const year = { min: at('2026-01-01T00:00:00Z'), max: at('2027-01-01T00:00:00Z') };
		fc.assert(
			fc.property(fc.integer(year), hour, hour, (now, from, until) => {
				const then = afterQuiet(now, { from, until });
				expect(then).toBeGreaterThanOrEqual(now);
				expect(then - now).toBeLessThanOrEqual(25 * 60 * 60_000);
				expect(afterQuiet(then, { from, until })).toBe(then);
			}),
			{ numRuns: 2000 },
		);
	});
});
