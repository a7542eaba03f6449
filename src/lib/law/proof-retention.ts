import type { Article } from '#lib/law/article.ts';
import { bezwaarLastDay } from '#lib/law/bezwaar.ts';
import { addMonths, type Day, day, laterOf } from '#lib/law/day.ts';
import { inForce } from '#lib/law/norm.ts';

/** Until when the picture of a proof is kept, and what that rests on. */
export type ProofRetention = {
	/** The last day on which the picture is there; from the day after it is deleted. */
	readonly keptThroughOn: Day;
	readonly articles: readonly Article[];
};

/**
 * How long the picture of a proof is kept after the decision about its hours, where a gemeente has not chosen. No law
 * gives a number: personal data are kept no longer than their purpose needs (AVG 5(1)e), at most until five years after
 * the duty (B 9.9). The purpose is the decision and what may follow on it: six weeks for bezwaar (Awb 6:7), at most
 * twelve to decide on it (Awb 7:10(1)) and six more (Awb 7:10(3)), 24 weeks in all. A change is a new row; the row of
 * the day of the decision counts.
 */
const KEPT_MONTHS = [{ from: day('1994-01-01'), value: 6 }] as const;

/** The months after the decision: the gemeente's own, or those of the portal on that day. */
export function proofMonths(decidedOn: Day, ownMonths?: number): number {
	const row = KEPT_MONTHS.find((each) => inForce(each, decidedOn));
	if (row === undefined) throw new RangeError(`No months for a decision on ${decidedOn}`);
	return ownMonths ?? row.value;
}

/**
 * The last day of a proof whose hours were decided about: so many months on, and never before the last day for bezwaar,
 * whatever the gemeente has chosen (AVG 5(1)e; Awb 6:7, 6:8(1); Atw 1(1)).
 */
export function keptAfterDecision(decidedOn: Day, ownMonths?: number): ProofRetention {
	const chosen = addMonths(decidedOn, proofMonths(decidedOn, ownMonths));
	return {
		keptThroughOn: laterOf(chosen, bezwaarLastDay(decidedOn)),
		articles: ['AVG 5(1)e', 'Awb 6:7', 'Awb 7:10', 'Atw 1(1)'],
	};
}

/** Of hours that the person took back the proof serves no purpose any more (AVG 5(1)e): that day is its last. */
export function keptAfterWithdrawal(withdrawnOn: Day): ProofRetention {
	return { keptThroughOn: withdrawnOn, articles: ['AVG 5(1)e'] };
}
