import type { Article } from '#lib/law/article.ts';
import { addMonths, addWeeks, type Day } from '#lib/law/day.ts';
import { endOfTerm } from '#lib/law/holiday.ts';
import { normOn } from '#lib/law/norm.ts';

/** Until when the gemeente has to answer, and where that stands. Its last day. */
export type AnswerTerm = { readonly lastDayOn: Day; readonly article: Article };

/**
 * On a bezwaar it is decided within six weeks after the last day on which one could be made (Awb 7:10(1)); a term
 * that ends on a weekend or holiday runs on (Atw 1(1)). With a committee it is twelve (Awb 7:10(1)).
 */
export function bezwaarAnswer(lastDayForBezwaarOn: Day): AnswerTerm {
	const { article, value } = normOn('bezwaarDecisionWeeks', lastDayForBezwaarOn);
	return { lastDayOn: endOfTerm(addWeeks(lastDayForBezwaarOn, value)), article };
}

/** A complaint is settled within six weeks after it was received (Awb 9:11(1), Atw 1(1)). */
export function complaintAnswer(receivedOn: Day): AnswerTerm {
	const { article, value } = normOn('complaintWeeks', receivedOn);
	return { lastDayOn: endOfTerm(addWeeks(receivedOn, value)), article };
}

/**
 * Who asks that a fact about them is corrected (AVG 16) hears within one month what was done (AVG 12(3)). No later end
 * for a weekend is counted with: the earlier day harms nobody.
 */
export function correctionAnswer(receivedOn: Day): AnswerTerm {
	const { article, value } = normOn('correctionMonths', receivedOn);
	return { lastDayOn: addMonths(receivedOn, value), article };
}
