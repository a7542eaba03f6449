import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#lib/law/day.ts';
import {
	areSameTotals,
	type DuoTotals,
	duoStep,
	hoursToReport,
	isKnown,
	isLower,
} from '#lib/law/duo-report.ts';
import type { DuoTotal } from '#lib/law/hours-duo.ts';
import { DUO_MEMBER, HOURS_KINDS } from '#lib/law/hours.ts';

function total(hours: number, bekendTot: string): DuoTotal {
	return { hours, bekendTot: day(bekendTot) };
}

const none: DuoTotals = { participation: null, course: null, intake: null };

describe('what the ledger says beside what DUO was told (API Gevolgde uren 1.0.0: a total is overwritten)', () => {
	test.each([
		['nothing, and nothing before', null, null, 'none'],
		['twelve hours, never reported', null, total(12, '2026-11-23'), 'first'],
		['no hours yet, never reported', null, total(0, '2026-11-23'), 'first'],
		['the same', total(12, '2026-11-23'), total(12, '2026-11-23'), 'same'],
		['more hours', total(12, '2026-11-01'), total(15, '2026-11-23'), 'more'],
		['no more hours, known for longer', total(12, '2026-11-01'), total(12, '2026-11-23'), 'more'],
		['fewer hours', total(12, '2026-11-01'), total(9, '2026-11-23'), 'lower'],
		['an earlier day opened again', total(12, '2026-11-01'), total(12, '2026-10-05'), 'lower'],
		['more hours until an earlier day', total(12, '2026-11-01'), total(13, '2026-10-31'), 'lower'],
		['the norm fell away (B 2.7(3)c)', total(12, '2026-11-01'), null, 'ended'],
	] as const)('%s', (_, reported, now, step) => {
		expect(duoStep(reported, now)).toBe(step);
	});

	test('fewer lessons are lower, however many hours of participation came (B 3.14(2)a and b stay apart)', () => {
		const before = {
			...none,
			participation: total(10, '2026-11-01'),
			course: total(60, '2026-11-01'),
		};
		const after = {
			...none,
			participation: total(90, '2026-11-23'),
			course: total(59, '2026-11-01'),
		};
		expect(isLower(before, after)).toBe(true);
		expect(isLower(after, before)).toBe(true);
		expect(isLower(before, { ...after, course: total(60, '2026-11-01') })).toBe(false);
		expect(isLower(before, { ...after, course: null })).toBe(false);
	});

	test('what DUO does not have yet, and what it has too much', () => {
		expect(hoursToReport(null, total(12, '2026-11-23'))).toBe(12);
		expect(hoursToReport(total(9, '2026-11-01'), total(12, '2026-11-23'))).toBe(3);
		expect(hoursToReport(total(14, '2026-11-01'), total(12, '2026-11-23'))).toBe(-2);
	});

	test('bekendTot is exclusive: the day before is in it, the day itself is not', () => {
		const reported = total(12, '2026-11-10');
		expect(isKnown(day('2026-11-09'), reported)).toBe(true);
		expect(isKnown(day('2026-11-10'), reported)).toBe(false);
	});
});

describe('three totals that never mix', () => {
	const anyTotal = fc.option(
		fc.record({
			hours: fc.nat({ max: 9999 }),
			bekendTot: fc.constantFrom(day('2026-01-05'), day('2026-06-30'), day('2026-11-23')),
		}),
	);
	const totals = fc.record({ participation: anyTotal, course: anyTotal, intake: anyTotal });

	test('each kind has a member of its own', () => {
		expect(new Set(HOURS_KINDS.map((kind) => DUO_MEMBER[kind])).size).toBe(3);
	});

	test('one kind that differs makes two reports differ, and only its own step looks at it', () => {
		fc.assert(
			fc.property(totals, anyTotal, fc.constantFrom(...HOURS_KINDS), (some, other, kind) => {
				const changed = { ...some, [kind]: other };
				const isSame = duoStep(some[kind], other) === 'same' || (!some[kind] && !other);
				expect(areSameTotals(some, changed)).toBe(isSame);
				expect(isLower(some, changed)).toBe(duoStep(some[kind], other) === 'lower');
			}),
		);
	});
});
