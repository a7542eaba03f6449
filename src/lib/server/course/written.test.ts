import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayWritten, hoursWritten, kindWord, kindWritten, minutesWritten } from './written.ts';

it.each([
	['42', 2520],
	['42,5', 2550],
	['42.5', 2550],
	['42:30', 2550],
	['0', 0],
	['0:05', 5],
	['7,3999999999999999', 444],
	['12,33', null],
	['-1', null],
	['1e3', null],
	['12:60', null],
	['12345', null],
	['', null],
	['?', null],
	['٤٢', null],
	['12 uur', null],
])('hours as they are written: %s is %s minutes', (text, minutes) => {
	expect(minutesWritten(text)).toBe(minutes);
});

it('writes minutes so that they read back', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 500_000 }), (minutes) => {
			expect(minutesWritten(hoursWritten(minutes))).toBe(minutes);
		}),
	);
	expect([2550, 2520, 2535, 2540].map(hoursWritten)).toEqual(['42,5', '42', '42,25', '42:20']);
});

it.each([
	['2026-10-31', '2026-10-31'],
	['31-10-2026', '2026-10-31'],
	['1/9/2026', '2026-09-01'],
	['31-9-2026', null],
	['31-10-26', null],
	['10/31/2026', null],
	['31-12-9999', null],
	['', null],
])('days as they are written: %s is %s', (text, on) => {
	expect(dayWritten(text)).toBe(on);
});

it('knows each kind by the word of the template, in capitals or not', () => {
	for (const [kind, word] of Object.entries(kindWord)) {
		expect(kindWritten(word)).toBe(kind);
		expect(kindWritten(word.toUpperCase())).toBe(kind);
	}
	expect(kindWritten('Engels')).toBeNull();
});
