import { type Day, isBefore } from '#lib/law/day.ts';
import type { Portal } from '#lib/server/portal.ts';
import * as proposals from '#lib/server/proposals/proposals.ts';
import { type ProposingStep, proposingSteps } from '../../../../params/proposing.ts';

/** The questions about this activity: what cannot be otherwise is not asked. */
export function stepsFor(portal: Portal, activity: string | undefined): ProposingStep[] {
	const { dutchSpoken, together } = proposals.asked(portal, activity);
	return proposingSteps.filter((step) => step !== 'mensen' || dutchSpoken || together);
}

/** The first question without an answer (or with a day that has gone by since); the last step when all have one. */
export function firstOpen(
	portal: Portal,
	content: proposals.PartialContent,
	today: Day,
): ProposingStep {
	const { dutchSpoken, together } = proposals.asked(portal, content.activity);
	const { activity, organisation, startsOn, hoursPerWeek } = content;
	const isAnswered: Record<ProposingStep, boolean> = {
		wat: activity !== undefined,
		waar: organisation !== undefined,
		mensen:
			(!dutchSpoken || content.dutchSpoken !== undefined) &&
			(!together || content.together !== undefined),
		wanneer: startsOn !== undefined && !isBefore(startsOn, today),
		hoeveel: hoursPerWeek !== undefined,
		sturen: false,
	};
	return proposingSteps.find((step) => !isAnswered[step]) ?? 'sturen';
}

/** Where this step stands among the others, and the address before it. */
export function around(steps: readonly ProposingStep[], draftId: string, step: ProposingStep) {
	const at = steps.indexOf(step);
	const before = steps[at - 1];
	return {
		number: at + 1,
		total: steps.length,
		back: before ? `/uren/voorstel/${draftId}/${before}` : '/uren/voorstel',
	};
}
