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
	/** Time after the end of the duty at which personal data are deleted. */
	retentionYears: [{ from: WI2021, value: 5, article: 'B 9.9', source: BESLUIT }],
} as const satisfies Record<string, readonly Norm[]>;

export const NORM_KEYS = Object.keys(NORMS) as readonly NormKey[];
