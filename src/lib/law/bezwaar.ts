import type { Article } from '#lib/law/article.ts';
import { addWeeks, type Day, dayAfter, isBefore } from '#lib/law/day.ts';
import { endOfTerm } from '#lib/law/holiday.ts';
import { normOn } from '#lib/law/norm.ts';

export type BezwaarTerm = {
	/** First day of the term. */
	readonly from: Day;
	/** The last day on which an objection is in time. */
	readonly lastDayOn: Day;
	/** The day after that: exclusive end. */
	readonly until: Day;
	/** Where the six weeks end, when that is a weekend or holiday and the term therefore runs on. */
	readonly sixWeeksEndOn: Day;
	readonly article: Article;
	readonly articles: readonly Article[];
};

/**
 * The term for bezwaar: six weeks from the day after the bekendmaking (Awb 6:7, 6:8(1)),
 * prolonged when it ends on a weekend or holiday (Atw 1(1)).
 * For a PIP the bekendmaking is the day it was sent, which is its dagtekening, never earlier.
 */
export function bezwaarTerm(bekendmakingOn: Day): BezwaarTerm {
	const norm = normOn('bezwaarWeeks', bekendmakingOn);
	const sixWeeksEndOn = addWeeks(bekendmakingOn, norm.value);
	const lastDayOn = endOfTerm(sixWeeksEndOn);
	return {
		from: dayAfter(bekendmakingOn),
		lastDayOn,
		until: dayAfter(lastDayOn),
		sixWeeksEndOn,
		article: norm.article,
		articles: ['Awb 6:7', 'Awb 6:8(1)', 'Atw 1(1)'],
	};
}

/** The last day on which an objection is in time (Awb 6:7, 6:8(1), Atw 1(1)). */
export function bezwaarLastDay(bekendmakingOn: Day): Day {
	return bezwaarTerm(bekendmakingOn).lastDayOn;
}

/** How a bezwaar stands to its term. An early one counts as one that is in time does; of a late one the gemeente asks why. */
export type BezwaarTiming = 'early' | 'inTime' | 'late';

/**
 * How a bezwaar that was received on this day stands to its term: in time up to the end of the last day (Awb 6:9(1));
 * early as long as the term has not begun, which harms nobody when the decision was taken already (Awb 6:10(1)a), and
 * late after that, which is forgiven to who could not help it (Awb 6:11). `bekendmakingOn` is null for a decision that
 * was not sent yet. The day is the one in the Netherlands on which it reached the portal (Awb 2:17(2)).
 */
export function bezwaarTiming(receivedOn: Day, bekendmakingOn: Day | null): BezwaarTiming {
	if (bekendmakingOn === null) return 'early';
	const { from, until } = bezwaarTerm(bekendmakingOn);
	if (isBefore(receivedOn, from)) return 'early';
	return isBefore(receivedOn, until) ? 'inTime' : 'late';
}
