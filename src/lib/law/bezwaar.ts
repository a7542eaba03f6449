import type { Article } from '#lib/law/article.ts';
import { addWeeks, type Day, dayAfter } from '#lib/law/day.ts';
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
