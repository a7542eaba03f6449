import { arrivalSteps } from '#lib/law/arrival.ts';
import { courseSteps } from '#lib/law/course.ts';
import { compareDays, type Day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { planSteps } from '#lib/law/plan.ts';
import type { Policy } from '#lib/law/policy.ts';
import { placeOf, stateOf, type Step } from '#lib/law/step.ts';

export type { Basis, Step, StepKey, StepState } from '#lib/law/step.ts';

/**
 * The dated course of one inburgering, in order of date, with the article or the local choice behind each date.
 * Empty under the law of 2013. The facts must be free of `contradictions`.
 */
export function timeline(facts: Facts, policy: Policy, today: Day): readonly Step[] {
	if (facts.stelsel === 'wi2013') return [];
	const dated = [
		...arrivalSteps(facts, policy),
		...planSteps(facts, policy),
		...courseSteps(facts, policy),
	];
	return dated
		.map((step): Step => ({ ...step, state: stateOf(step, today) }))
		.sort((a, b) => compareDays(placeOf(a), placeOf(b)));
}
