import { contradictions } from '#lib/law/contradiction.ts';
import { type Day, dayBefore, isBefore } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import type { Policy } from '#lib/law/policy.ts';
import { pipDue } from '#lib/law/termijn.ts';
import { type Step, type StepKey, type StepState, timeline } from '#lib/law/timeline.ts';

/** One dated step as somebody reads it; the days are the last ones that count. */
export interface StepShown {
	readonly key: StepKey;
	readonly nth: number | null;
	readonly state: StepState;
	/** The article of the law, or null where the date is a choice of the gemeente. */
	readonly article: string | null;
	readonly when: When;
}

export type When =
	| { readonly kind: 'on'; readonly on: Day }
	| { readonly kind: 'between'; readonly from: Day; readonly lastOn: Day }
	| { readonly kind: 'by'; readonly lastOn: Day }
	| { readonly kind: 'unknown' };

/** Whose move it is before there is a plan, and by when. */
export type Awaited =
	| { readonly state: 'otherLaw' | 'inAzc' | 'notStarted' | 'thirdParty' }
	| { readonly state: 'due'; readonly lastOn: Day; readonly isLate: boolean };

/** What a person without a plan waits for (B 5.3). */
export function awaited(facts: Facts, today: Day): Awaited {
	const due = pipDue(facts);
	switch (due.state) {
		case 'otherLaw':
			return { state: 'otherLaw' };
		case 'suspended':
			return { state: 'thirdParty' };
		case 'notStarted':
			return { state: due.reason === 'stillInAzc' ? 'inAzc' : 'notStarted' };
		case 'running':
			return { state: 'due', lastOn: due.dueOn, isLate: isBefore(due.latestOn, today) };
		default:
			return due satisfies never;
	}
}

/**
 * The steps of one inburgering to show: none while the facts contradict each other, and no deadline in the past of
 * which the portal does not know whether it was met.
 */
export function stepsOf(facts: Facts, policy: Policy, today: Day): readonly StepShown[] {
	if (contradictions(facts).length > 0) return [];
	const seen = new Set<StepKey>();
	return timeline(facts, policy, today)
		.filter((step) => !isPastUnrecorded(step, today))
		.filter(({ key }) => {
			const isRepeated = key === 'voortgangsgesprek' && seen.has(key);
			seen.add(key);
			return !isRepeated;
		})
		.map((step) => ({
			key: step.key,
			nth: step.nth ?? null,
			state: step.state,
			article: step.kind === 'legal' ? step.article : null,
			when: whenOf(step),
		}));
}

/** Of these the portal keeps no day on which they were done. */
const UNRECORDED: readonly StepKey[] = [
	'offer',
	'taalschakeltraject',
	'voortgangsgesprek',
	'pvtTarget',
	'moduleMapTarget',
];

function isPastUnrecorded({ key, until, doneOn }: Step, today: Day): boolean {
	if (!UNRECORDED.includes(key) || doneOn !== undefined) return false;
	return until !== undefined && !isBefore(today, until);
}

function whenOf({ shape, on, from, until, doneOn }: Step): When {
	if (shape === 'moment' && on !== undefined) return { kind: 'on', on };
	if (doneOn !== undefined) return { kind: 'on', on: doneOn };
	if (until === undefined) return { kind: 'unknown' };
	const lastOn = dayBefore(until);
	if (shape === 'window' && from !== undefined) return { kind: 'between', from, lastOn };
	return { kind: 'by', lastOn };
}
