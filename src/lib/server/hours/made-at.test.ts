import { expect, it } from 'vitest';
import { madeAtOf } from './made-at.ts';

const receivedAt = Date.parse('2026-11-23T10:00:00Z');

it.each([
	['an hour ago', Date.parse('2026-11-23T09:00:00Z'), Date.parse('2026-11-23T09:00:00Z')],
	['a clock that runs ahead', Date.parse('2026-11-23T10:07:00Z'), receivedAt],
	['thirty days ago', Date.parse('2026-10-24T10:00:00Z'), Date.parse('2026-10-24T10:00:00Z')],
	['a phone that thinks it is 1970', 1000, null],
	['nothing', null, null],
	['no number', Number.NaN, null],
	['beyond every clock', Number.MAX_VALUE, null],
])('takes the word of the device within reason: %s', (_what, said, kept) => {
	expect(madeAtOf(said, receivedAt)).toBe(kept);
});
