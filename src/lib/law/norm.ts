import type { Article } from '#lib/law/article.ts';
import { type Day, day, isBefore, isOnOrAfter } from '#lib/law/day.ts';

/** One number of the law during one period; `until` is exclusive and absent while in force. */
export type Norm = {
	readonly from: Day;
	readonly until?: Day;
	readonly value: number;
	readonly article: Article;
	/** Where the text was published that gave the number. */
	readonly source: string;
};

export type NormKey = keyof typeof NORMS;

/** Thrown when the law has no number for that day. It never falls back on another period. */
export class NoNormForDay extends RangeError {
	override readonly name = 'NoNormForDay';
	constructor(key: string, on: Day) {
		super(`No norm ${key} is in force on ${on}`);
	}
}

/** The number that is in force on a day, with its article. Throws `NoNormForDay` where none is. */
export function normOn(key: NormKey, on: Day): Norm {
	const row = findNorm(key, on);
	if (row === undefined) throw new NoNormForDay(key, on);
	return row;
}

/** The number in force on a day, or undefined: for rules that did not always exist. */
export function findNorm(key: NormKey, on: Day): Norm | undefined {
	const rows: readonly Norm[] = NORMS[key];
	return rows.find((row) => inForce(row, on));
}

/** All numbers in force on a day. A norm that is not in force that day is left out. */
export function normsOn(on: Day): readonly (Norm & { readonly key: NormKey })[] {
	return NORM_KEYS.flatMap((key) => {
		const row = findNorm(key, on);
		return row === undefined ? [] : [{ key, ...row }];
	});
}

/** Whether a period of the law holds on a day. */
export function inForce(period: { readonly from: Day; readonly until?: Day }, on: Day): boolean {
	const begun = isOnOrAfter(on, period.from);
	return begun && (period.until === undefined || isBefore(on, period.until));
}

const WI2021 = day('2022-01-01');
const WET = 'Stb. 2021, 38';
const BESLUIT = 'Stb. 2021, 410';
const REGELING = 'Stcrt. 2021, 38863';
/** The oldest text of the Awb that was read for these numbers: before it they are not claimed. */
const AWB_READ = day('2021-12-21');

/**
 * The numbers of the law. The unit is the end of the key.
 * A change of law is a new row: close the old row with `until`, never edit its value.
 */
export const NORMS = {
	/** Minimum length of the participatieverklaringstraject, on all routes. */
	pvtHours: [{ from: WI2021, value: 12, article: 'B 3.1(3)', source: BESLUIT }],
	/** Practical hours inside the module Arbeidsmarkt en Participatie; no exemption exists. */
	moduleMapPracticalHours: [{ from: WI2021, value: 40, article: 'R 3.1', source: REGELING }],
	/** Lessons NT2 and KNM in the Z-route, both groups. */
	zCourseHours: [{ from: WI2021, value: 800, article: 'B 3.14(2)a', source: BESLUIT }],
	/** Participation in the Z-route, asielstatushouders only. */
	zParticipationHours: [{ from: WI2021, value: 800, article: 'B 3.14(2)b', source: BESLUIT }],
	/** How far back school hours at vso, praktijkonderwijs or entree may count, before the PIP. */
	zSchoolHoursLookbackYears: [
		{
			from: day('2026-04-02'),
			value: 2,
			article: 'B 3.14(9)',
			source: 'Besluit inburgering 2021, consolidation of 2026-04-02',
		},
	],
	/** Course hours NT2 before the level may go down to A2. */
	afschalenNt2Hours: [{ from: WI2021, value: 600, article: 'B 5.5(1)', source: BESLUIT }],
	/** How long after the start of the term the leerroute may change. */
	wisselenMonths: [{ from: WI2021, value: 18, article: 'B 5.4(1)', source: BESLUIT }],
	/** Length of the inburgeringstermijn. */
	termijnYears: [{ from: WI2021, value: 3, article: 'W 11(1)', source: WET }],
	/** Time to adopt the PIP; from which day it counts stands in `pip-clock.ts`. */
	pipWeeks: [{ from: WI2021, value: 10, article: 'B 5.3(1)', source: BESLUIT }],
	/** Time to adopt the PIP after information of a third party has come in. Did not exist in 2022. */
	pipAfterThirdPartyWeeks: [
		{ from: day('2023-01-01'), value: 2, article: 'B 5.3(2)', source: 'Stb. 2022, 489' },
	],
	/** Summonses after which the college completes the brede intake in absence. */
	bredeIntakeOproepen: [{ from: WI2021, value: 3, article: 'W 14(2)', source: WET }],
	/** Attempts at each part of the exams that an asielstatushouder does not pay. */
	freeExamAttempts: [{ from: WI2021, value: 2, article: 'R 3.5', source: REGELING }],
	/** How long before an exam it can be moved or cancelled without blame. */
	examMoveDays: [
		{ from: WI2021, value: 14, article: 'DUO Examen', source: 'DUO API gemeente inburgering' },
	],
	/** Themes of the module Arbeidsmarkt en Participatie. */
	moduleMapThemes: [{ from: WI2021, value: 8, article: 'B 3.2', source: BESLUIT }],
	/** How long before the end of the term an extension can be asked. */
	verlengingAskableMonths: [{ from: WI2021, value: 6, article: 'B 4.5(1)', source: BESLUIT }],
	/** Time in which the college makes its offer after the PIP; later is a ground for extension. */
	offerMonths: [{ from: WI2021, value: 3, article: 'R 4.1(1)g', source: REGELING }],
	/** Time in which the taalschakeltraject really starts after the PIP. */
	taalschakeltrajectStartMonths: [
		{ from: WI2021, value: 6, article: 'R 4.1(1)g', source: REGELING },
	],
	/** Lessons a gezinsmigrant has followed for the extension of the almost finished. */
	almostDoneGezinsmigrantHours: [
		{ from: WI2021, value: 450, article: 'B 4.4(3)', source: BESLUIT },
	],
	/** Extension of the almost finished. */
	almostDoneExtensionMonths: [{ from: WI2021, value: 6, article: 'B 4.4(1)', source: BESLUIT }],
	/** Longest interruption during which the duty continues. */
	interruptionMaxYears: [{ from: WI2021, value: 1, article: 'B 2.1(2)', source: BESLUIT }],
	/** Months of paying fixed costs out of the benefit. */
	ontzorgenMonths: [{ from: WI2021, value: 6, article: 'Pw 56a', source: 'Participatiewet 56a' }],
	/** Time to object to a decision. */
	bezwaarWeeks: [
		{ from: day('1994-01-01'), value: 6, article: 'Awb 6:7', source: 'Stb. 1992, 315' },
	],
	/** Time in which an objection is answered, and where a committee advises about it. */
	bezwaarDecisionWeeks: [
		{
			from: AWB_READ,
			value: 6,
			article: 'Awb 7:10(1)',
			source: 'Awb, consolidation of 2021-12-21',
		},
	],
	bezwaarCommitteeDecisionWeeks: [
		{
			from: AWB_READ,
			value: 12,
			article: 'Awb 7:10(1)',
			source: 'Awb, consolidation of 2021-12-21',
		},
	],
	/** Time in which a complaint is settled, without a committee. */
	complaintWeeks: [
		{ from: AWB_READ, value: 6, article: 'Awb 9:11(1)', source: 'Algemene wet bestuursrecht 9:11' },
	],
	/** Time in which somebody hears what was done with a request about the own data. */
	correctionMonths: [
		{ from: day('2018-05-25'), value: 1, article: 'AVG 12(3)', source: 'PbEU 2016, L 119' },
	],
	/** Fine of the gemeente around the brede intake, and the time for the new day it names. */
	boeteIntakeCents: [{ from: WI2021, value: 25_000, article: 'B 7.1(1)', source: BESLUIT }],
	boeteIntakeNewDayMonths: [{ from: WI2021, value: 2, article: 'W 22(2)', source: WET }],
	/** Fine of the gemeente during the term: the first, each, and all with those of the intake together. */
	boetePlanFirstCents: [{ from: WI2021, value: 5_000, article: 'B 7.1(2)', source: BESLUIT }],
	boetePlanMaxCents: [{ from: WI2021, value: 80_000, article: 'B 7.1(3)', source: BESLUIT }],
	boetePlanTermMaxCents: [{ from: WI2021, value: 240_000, article: 'B 7.1(5)', source: BESLUIT }],
	/** How long an earlier fine that stands makes the next one higher. */
	boetePlanRepeatMonths: [{ from: WI2021, value: 12, article: 'B 7.1(3)', source: BESLUIT }],
	/** What is left of the amount for who could hardly help it. */
	boetePlanLeastPercent: [{ from: WI2021, value: 25, article: 'B 7.1(4)d', source: BESLUIT }],
	/** Fines of DUO after the term: for the PVT and for the MAP each, and at most for the leerroute. */
	boeteModuleCents: [{ from: WI2021, value: 34_000, article: 'B 7.2(1)', source: BESLUIT }],
	boeteLeerrouteMaxCents: [{ from: WI2021, value: 100_000, article: 'W 26(1)d', source: WET }],
	/** The longest new term that comes with a fine of DUO. */
	boeteNewTermMaxYears: [{ from: WI2021, value: 2, article: 'W 24(2)', source: WET }],
	/** Where a fine can be higher than this, one is always heard first. */
	boeteHeardAboveCents: [
		{ from: day('2009-07-01'), value: 34_000, article: 'Awb 5:53(1)', source: 'Stb. 2009, 264' },
	],
	/** Time in which DUO decides about an extension, an ontheffing and a vrijstelling. */
	verlengingDecisionWeeks: [{ from: WI2021, value: 8, article: 'B 4.5(1)', source: BESLUIT }],
	ontheffingDecisionWeeks: [{ from: WI2021, value: 8, article: 'B 2.7(5)', source: BESLUIT }],
	vrijstellingDecisionWeeks: [{ from: WI2021, value: 8, article: 'R 2.3(2)', source: REGELING }],
	/** How long most of what delays somebody must have lasted, and how much time each reason gives. */
	verlengingDelayMonths: [{ from: WI2021, value: 3, article: 'R 4.1(1)', source: REGELING }],
	verlengingDeathMonths: [{ from: WI2021, value: 3, article: 'R 4.1(2)b', source: REGELING }],
	verlengingBirthWeeks: [{ from: WI2021, value: 16, article: 'R 4.1(2)c', source: REGELING }],
	/** How far ahead somebody must be unable for a medical ontheffing, and what the doctor's report costs. */
	ontheffingAheadYears: [{ from: WI2021, value: 5, article: 'B 2.7(2)', source: BESLUIT }],
	ontheffingReportCents: [{ from: WI2021, value: 22_500, article: 'R 2.7(1)', source: REGELING }],
	/** School years in the Netherlands that make exempt. */
	vrijstellingSchoolYears: [{ from: WI2021, value: 8, article: 'W 4(1)a', source: WET }],
	/** Who is settled already: years here, years of work, and what asking costs. */
	vrijstellingSettledYears: [{ from: WI2021, value: 10, article: 'B 2.3a', source: BESLUIT }],
	vrijstellingWorkYears: [{ from: WI2021, value: 5, article: 'B 2.3b', source: BESLUIT }],
	vrijstellingRequestCents: [{ from: WI2021, value: 9_000, article: 'R 2.3(3)', source: REGELING }],
	/** Time after the end of the duty at which personal data are deleted. */
	retentionYears: [{ from: WI2021, value: 5, article: 'B 9.9', source: BESLUIT }],
} as const satisfies Record<string, readonly Norm[]>;

export const NORM_KEYS = Object.keys(NORMS) as readonly NormKey[];
