import type { Article } from '#lib/law/article.ts';
import { addDays, addMonths, addYears, type Day, dayAfter, isBefore } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { normOn } from '#lib/law/norm.ts';

export { isPipInTime, type PipDue, pipDue } from '#lib/law/pip-clock.ts';

/** The inburgeringstermijn; `until` is exclusive, as DUO stores it. */
export type Inburgeringstermijn = {
	readonly from: Day;
	readonly until: Day;
	/** First day on which an extension can be asked of DUO. */
	readonly verlengingAskableFrom: Day;
	/** Exclusive end of the window for changing the leerroute; an extension does not move it. */
	readonly wisselenUntil: Day;
	readonly isExtended: boolean;
	readonly articles: Readonly<
		Record<'from' | 'until' | 'verlengingAskableFrom' | 'wisselenUntil', Article>
	>;
};

/**
 * The term (W 11): three years, from the day after the dagtekening of the FIRST PIP. Revising, revoking or
 * replacing the PIP never moves the start (W 11(3)). An extension is taken from DUO as it decided it (W 12);
 * only an interruption, whose length the law itself adds (B 4.2), is counted here.
 *
 * Counted from the dagtekening, so that the last day bears its date also around 29 February.
 * Terms of years do not move for weekends (Atw 4a). Throws `NoNormForDay` for a PIP before 2022,
 * `RangeError` for an extension that would shorten the term.
 */
export function inburgeringstermijn(facts: {
	readonly firstDagtekening: Day;
	readonly extendedUntil?: Day | undefined;
	readonly interruptionDays?: number | undefined;
}): Inburgeringstermijn {
	const { firstDagtekening, extendedUntil, interruptionDays = 0 } = facts;
	if (!Number.isInteger(interruptionDays) || interruptionDays < 0) {
		throw new RangeError(`Not a number of days: ${interruptionDays}`);
	}
	const years = normOn('termijnYears', firstDagtekening);
	const months = normOn('wisselenMonths', firstDagtekening);
	const ask = normOn('verlengingAskableMonths', firstDagtekening);
	const threeYears = dayAfter(addYears(firstDagtekening, years.value));
	const statutory = addDays(threeYears, interruptionDays);
	if (extendedUntil !== undefined && isBefore(extendedUntil, threeYears)) {
		throw new RangeError(`An extension until ${extendedUntil} would shorten the term`);
	}
	const until = extendedUntil ?? statutory;
	return {
		from: dayAfter(firstDagtekening),
		until,
		verlengingAskableFrom: addMonths(until, -ask.value),
		wisselenUntil: dayAfter(addMonths(firstDagtekening, months.value)),
		isExtended: isBefore(threeYears, until),
		articles: {
			from: 'W 11(2)',
			until: untilArticle(extendedUntil, interruptionDays, years.article),
			verlengingAskableFrom: ask.article,
			wisselenUntil: months.article,
		},
	};
}

/** The term of a person, or undefined as long as there is no PIP or another law applies. */
export function termijnOf(facts: Facts): Inburgeringstermijn | undefined {
	const { firstDagtekeningOn, extendedUntil, interruptionDays } = facts;
	if (facts.stelsel === 'wi2013' || firstDagtekeningOn === undefined) return undefined;
	return inburgeringstermijn({
		firstDagtekening: firstDagtekeningOn,
		extendedUntil,
		interruptionDays,
	});
}

function untilArticle(extendedUntil: Day | undefined, days: number, usual: Article): Article {
	if (extendedUntil !== undefined) return 'W 12(1)';
	return days > 0 ? 'B 4.2' : usual;
}
