import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '#lib/law/day.ts';
import { quartersOf } from '#lib/law/quarter.ts';
import { inburgeringstermijn } from '#lib/law/termijn.ts';

describe('the term by quarter (W 11(1))', () => {
	const termijn = inburgeringstermijn({ firstDagtekening: day('2026-05-11') });

	test('a PIP of 2026-05-11 gives twelve, the first from the day after', () => {
		const quarters = quartersOf(termijn);
		expect(quarters).toHaveLength(12);
		expect(quarters[0]).toEqual({ year: 1, quarter: 1, from: '2026-05-12', until: '2026-08-12' });
		expect(quarters[4]).toEqual({ year: 2, quarter: 1, from: '2027-05-12', until: '2027-08-12' });
		expect(quarters[11]).toEqual({ year: 3, quarter: 4, from: '2029-02-12', until: '2029-05-12' });
	});

	test('more time of DUO gives more; the last is as short as it is (W 12(1))', () => {
		const extendedUntil = day('2029-10-01');
		const firstDagtekening = day('2026-05-11');
		const quarters = quartersOf(inburgeringstermijn({ firstDagtekening, extendedUntil }));
		expect(quarters).toHaveLength(14);
		expect(quarters[13]).toEqual({ year: 4, quarter: 2, from: '2029-08-12', until: '2029-10-01' });
	});

	test('for every PIP they join on and cover the term', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 3000 }), (toPip) => {
				const any = inburgeringstermijn({ firstDagtekening: addDays(day('2022-01-03'), toPip) });
				const quarters = quartersOf(any);
				expect(quarters[0]?.from).toBe(any.from);
				expect(quarters.at(-1)?.until).toBe(any.until);
				for (const [index, { from, until }] of quarters.entries()) {
					expect(from < until).toBe(true);
					if (index > 0) expect(quarters[index - 1]?.until).toBe(from);
				}
			}),
		);
	});

	test('a PIP of 2028-02-28 gives twelve quarters too, with the leap day', () => {
		const termijn = inburgeringstermijn({ firstDagtekening: day('2028-02-28') });
		expect(termijn).toMatchObject({ from: '2028-02-29', until: '2031-03-01' });
		const quarters = quartersOf(termijn);
		expect(quarters).toHaveLength(12);
		expect(quarters.at(-1)).toMatchObject({ year: 3, quarter: 4, until: '2031-03-01' });
	});
});
