import { expect, it } from 'vitest';
import { madeAtOf } from './phone-clock.ts';

const now = Date.parse('2026-11-23T10:00:00Z');
const [hour, day] = [60 * 60_000, 24 * 60 * 60_000];

it.each([
	['an hour ago', now - hour, String(now), now - hour],
	['a clock that is a day ahead', now + day - hour, String(now + day), now - hour],
	['a clock that is a day behind', now - day - hour, String(now - day), now - hour],
	['a clock that was put right in between', now - hour, String(now + 2 * hour), now - 3 * hour],
	['a phone that thinks it is 1970, and says so', 1000, String(1000 + hour), now - hour],
	['no word of its clock', now - hour, null, now - hour],
	['ahead without a word of its clock', now + day, null, now],
	['no clock at all', 1000, null, null],
	['a clock that is no number', now - hour, 'tomorrow', now - hour],
])('puts the clock of a phone right: %s', (_what, madeAt, clock, right) => {
	expect(madeAtOf(madeAt, clock, now)).toBe(right);
});
