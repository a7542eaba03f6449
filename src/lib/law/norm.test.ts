import { describe, expect, test } from 'vitest';
import { day } from '#lib/law/day.ts';
import {
	findNorm,
	type Norm,
	NoNormForDay,
	NORM_KEYS,
	normOn,
	NORMS,
	normsOn,
} from '#lib/law/norm.ts';

describe('the numbers of the law on 2026-11-05', () => {
	test.each([
		['pvtHours', 12, 'B 3.1(3)'],
		['moduleMapPracticalHours', 40, 'R 3.1'],
		['zCourseHours', 800, 'B 3.14(2)a'],
		['zParticipationHours', 800, 'B 3.14(2)b'],
		['afschalenNt2Hours', 600, 'B 5.5(1)'],
		['wisselenMonths', 18, 'B 5.4(1)'],
		['termijnYears', 3, 'W 11(1)'],
		['pipWeeks', 10, 'B 5.3(1)'],
		['pipAfterThirdPartyWeeks', 2, 'B 5.3(2)'],
		['bredeIntakeOproepen', 3, 'W 14(2)'],
		['verlengingAskableMonths', 6, 'B 4.5(1)'],
		['offerMonths', 3, 'R 4.1(1)g'],
		['almostDoneGezinsmigrantHours', 450, 'B 4.4(3)'],
		['ontzorgenMonths', 6, 'Pw 56a'],
		['bezwaarWeeks', 6, 'Awb 6:7'],
		['retentionYears', 5, 'B 9.9'],
		['zSchoolHoursLookbackYears', 2, 'B 3.14(9)'],
		['bezwaarDecisionWeeks', 6, 'Awb 7:10(1)'],
		['bezwaarCommitteeDecisionWeeks', 12, 'Awb 7:10(1)'],
		['complaintWeeks', 6, 'Awb 9:11(1)'],
		['correctionMonths', 1, 'AVG 12(3)'],
		['boeteIntakeCents', 25_000, 'B 7.1(1)'],
		['boeteIntakeNewDayMonths', 2, 'W 22(2)'],
		['boetePlanFirstCents', 5_000, 'B 7.1(2)'],
		['boetePlanMaxCents', 80_000, 'B 7.1(3)'],
		['boetePlanTermMaxCents', 240_000, 'B 7.1(5)'],
		['boetePlanRepeatMonths', 12, 'B 7.1(3)'],
		['boetePlanLeastPercent', 25, 'B 7.1(4)d'],
		['boeteModuleCents', 34_000, 'B 7.2(1)'],
		['boeteLeerrouteMaxCents', 100_000, 'W 26(1)d'],
		['boeteNewTermMaxYears', 2, 'W 24(2)'],
		['boeteHeardAboveCents', 34_000, 'Awb 5:53(1)'],
		['verlengingDecisionWeeks', 8, 'B 4.5(1)'],
		['ontheffingDecisionWeeks', 8, 'B 2.7(5)'],
		['vrijstellingDecisionWeeks', 8, 'R 2.3(2)'],
		['verlengingDelayMonths', 3, 'R 4.1(1)'],
		['verlengingDeathMonths', 3, 'R 4.1(2)b'],
		['verlengingBirthWeeks', 16, 'R 4.1(2)c'],
		['ontheffingAheadYears', 5, 'B 2.7(2)'],
		['ontheffingReportCents', 22_500, 'R 2.7(1)'],
		['vrijstellingSchoolYears', 8, 'W 4(1)a'],
		['vrijstellingSettledYears', 10, 'B 2.3a'],
		['vrijstellingWorkYears', 5, 'B 2.3b'],
		['vrijstellingRequestCents', 9_000, 'R 2.3(3)'],
	] as const)('%s is %i by %s', (key, value, article) => {
		expect(normOn(key, day('2026-11-05'))).toMatchObject({ value, article });
	});
});

describe('a day without a row is an error, never the nearest row', () => {
	test('there is no term on 2021-12-31, the day before the law (W 55)', () => {
		expect(() => normOn('termijnYears', day('2021-12-31'))).toThrow(NoNormForDay);
		expect(normOn('termijnYears', day('2022-01-01')).value).toBe(3);
	});

	test('two weeks after information of a third party did not exist in 2022 (Stb. 2022, 489)', () => {
		expect(() => normOn('pipAfterThirdPartyWeeks', day('2022-12-31'))).toThrow(NoNormForDay);
		expect(normOn('pipAfterThirdPartyWeeks', day('2023-01-01')).value).toBe(2);
	});

	test('earlier school hours count since 2026-04-02 (B 3.14(9))', () => {
		expect(findNorm('zSchoolHoursLookbackYears', day('2026-04-01'))).toBeUndefined();
		expect(normOn('zSchoolHoursLookbackYears', day('2026-04-02')).value).toBe(2);
		expect(normsOn(day('2026-04-01')).map((norm) => norm.key)).not.toContain(
			'zSchoolHoursLookbackYears',
		);
	});
});

test.each(NORM_KEYS)(
	'the rows of %s follow each other without overlap, each with its source',
	(key) => {
		const rows: readonly Norm[] = NORMS[key];
		const ordered = [...rows].sort((a, b) => (a.from < b.from ? -1 : 1));
		for (const [index, row] of ordered.entries()) {
			expect(row.source).not.toBe('');
			expect(row.value).toBeGreaterThan(0);
			const next = ordered[index + 1];
			if (next !== undefined) expect(row.until !== undefined && row.until <= next.from).toBe(true);
		}
	},
);
