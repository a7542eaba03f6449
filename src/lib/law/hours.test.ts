import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	HOURS_KINDS,
	HOURS_STAGES,
	type HoursEntry,
	remainingMinutes,
	tally,
	wholeHoursForDuo,
} from '#lib/law/hours.ts';

const entry: fc.Arbitrary<HoursEntry> = fc.record({
	kind: fc.constantFrom(...HOURS_KINDS),
	stage: fc.constantFrom(...HOURS_STAGES),
	minutes: fc.integer({ min: 0, max: 600 }),
});

describe('three kinds and three stages, never mixed', () => {
	test('a declared afternoon, confirmed in part, a lesson and an intake', () => {
		const sums = tally([
			{ kind: 'participation', stage: 'declared', minutes: 180 },
			{ kind: 'participation', stage: 'confirmed', minutes: 120 },
			{ kind: 'course', stage: 'confirmed', minutes: 150 },
			{ kind: 'intake', stage: 'reported', minutes: 45 },
		]);
		expect(sums).toEqual({
			participation: { declared: 180, confirmed: 120, reported: 0 },
			course: { declared: 0, confirmed: 150, reported: 0 },
			intake: { declared: 0, confirmed: 0, reported: 45 },
		});
	});

	test('each of the nine sums depends on its own entries only', () => {
		fc.assert(
			fc.property(fc.array(entry), (entries) => {
				const sums = tally(entries);
				for (const kind of HOURS_KINDS) {
					for (const stage of HOURS_STAGES) {
						const own = entries.filter((one) => one.kind === kind && one.stage === stage);
						const sum = own.reduce((total, one) => total + one.minutes, 0);
						expect(sums[kind][stage]).toBe(sum);
					}
				}
			}),
		);
	});

	test('one entry more changes one sum and leaves the other eight', () => {
		fc.assert(
			fc.property(fc.array(entry), entry, (entries, extra) => {
				const before = tally(entries);
				const after = tally([...entries, extra]);
				for (const kind of HOURS_KINDS) {
					for (const stage of HOURS_STAGES) {
						const isOwn = kind === extra.kind && stage === extra.stage;
						const growth = after[kind][stage] - before[kind][stage];
						expect(growth).toBe(isOwn ? extra.minutes : 0);
					}
				}
			}),
		);
	});

	test('a correction takes minutes away, but a total never goes below zero', () => {
		const kind = 'participation';
		const stage = 'confirmed';
		const first = { kind, stage, minutes: 120 } as const;
		expect(tally([first, { kind, stage, minutes: -30 }])[kind][stage]).toBe(90);
		expect(() => tally([first, { kind, stage, minutes: -150 }])).toThrow(RangeError);
	});

	test('half minutes do not exist', () => {
		const half = { kind: 'course', stage: 'declared', minutes: 0.5 } as const;
		expect(() => tally([half])).toThrow(RangeError);
	});
});

describe('whole hours for DUO (API Gevolgde uren 1.0.0)', () => {
	test.each([
		[0, 0],
		[59, 0],
		[60, 1],
		[119, 1],
		[47_999, 799],
		[48_000, 800],
		[9999 * 60 + 59, 9999],
	])('%i minutes is %i hours', (minutes, hours) => {
		expect(wholeHoursForDuo(minutes)).toBe(hours);
	});

	test('the sum is rounded, not the sessions: 4 times 45 minutes is 3 hours', () => {
		const minutes = [45, 45, 45, 45].map(
			(one) => ({ kind: 'participation', stage: 'confirmed', minutes: one }) as const,
		);
		expect(wholeHoursForDuo(tally(minutes).participation.confirmed)).toBe(3);
	});

	test.each([-1, 0.5, 10_000 * 60, Number.NaN])('%d is no total for DUO', (minutes) => {
		expect(() => wholeHoursForDuo(minutes)).toThrow(RangeError);
	});
});

test('what remains of 800 hours is never negative', () => {
	expect(remainingMinutes(48_000, 12_345)).toBe(35_655);
	expect(remainingMinutes(48_000, 50_000)).toBe(0);
});
