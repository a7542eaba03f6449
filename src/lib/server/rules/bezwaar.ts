import * as slots from '#lib/languages/slots.ts';
import { normOn } from '#lib/law/norm.ts';
import { type Known, type Line, line, type Page, pageOf } from './page.ts';

/** How to object (Awb 6:4-6:8, 7:2, 7:10), with the own last day as far as the plan goes. */
export function bezwaar({ plan, today }: Pick<Known, 'plan' | 'today'>): Page {
	const weeks = (key: Parameters<typeof normOn>[0]) => slots.weeks(normOn(key, today).value);
	return pageOf(
		{
			key: 'todo',
			lines: [
				...ofPlan(plan),
				line('bezwaarWrite'),
				line('bezwaarContents'),
				line('bezwaarWhere'),
				line('bezwaarCopy'),
			],
			...(plan === null ? {} : { to: ['objecting' as const] }),
		},
		{
			key: 'rule',
			lines: [
				line('bezwaarAllowed'),
				line('bezwaarWeeks', { weeks: weeks('bezwaarWeeks') }),
				line('bezwaarHeard'),
				line('bezwaarAnswer', { weeks: weeks('bezwaarDecisionWeeks') }),
				line('bezwaarLonger', { weeks: weeks('bezwaarCommitteeDecisionWeeks') }),
			],
		},
		{ key: 'consequence', lines: [line('bezwaarHolds'), line('bezwaarCourt')] },
	);
}

function ofPlan(plan: Known['plan']): readonly Line[] {
	if (plan === null) return [line('bezwaarCall')];
	const { begins, isOpen } = plan.bezwaar;
	if (!begins) return [line('bezwaarCall'), line('bezwaarWaiting')];
	const lastOn = slots.day(plan.bezwaar.lastOn);
	return isOpen
		? [line('bezwaarOpen', { lastOn })]
		: [line('bezwaarCall'), line('bezwaarClosed', { lastOn })];
}
