import { expect, test } from 'vitest';
import { day } from '#lib/law/day.ts';
import { wholeMonth } from '#lib/law/month.ts';

test.each([
	['2026-10-01', '2026-10-31', '2026-10'],
	['2028-02-01', '2028-02-29', '2028-02'],
	['2028-02-01', '2028-02-28', null],
	['2026-10-01', '2026-10-30', null],
	['2026-10-02', '2026-10-31', null],
	['2026-10-01', '2026-11-30', null],
	['2026-10-01', '2026-10-01', null],
])('%s to %s is %s', (first, last, month) => {
	expect(wholeMonth(day(first), day(last))).toBe(month);
});
