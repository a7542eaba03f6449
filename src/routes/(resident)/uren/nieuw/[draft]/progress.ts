import * as hours from '#lib/server/hours/hours.ts';
import type { Portal } from '#lib/server/portal.ts';
import { type Step, steps } from '../../../../../params/step.ts';

/** Which criteria of an activity the person must say; the others cannot be otherwise. */
export function asked(portal: Portal, activity: string | undefined) {
	const criteria = hours.offered(portal, activity ?? '')?.criteria;
	return {
		dutchSpoken: criteria?.dutchSpeaking !== 'given',
		together: criteria?.together !== 'given',
	};
}

/** The first question without an answer; the last step when all have one. */
export function firstOpen(portal: Portal, content: hours.PartialContent): Step {
	const { dutchSpoken, together } = asked(portal, content.activity);
	if (!content.activity) return 'wat';
	const isPlaceKnown =
		content.organisation !== undefined &&
		(!dutchSpoken || content.dutchSpoken !== undefined) &&
		(!together || content.together !== undefined);
	if (!isPlaceKnown) return 'waar';
	if (!content.doneOn) return 'wanneer';
	return content.minutes === undefined ? 'hoelang' : 'bewijs';
}

/** Where this step stands among the others, and the address before it. */
export function around(draftId: string, step: Step) {
	const at = steps.indexOf(step);
	const before = steps[at - 1];
	return {
		number: at + 1,
		total: steps.length,
		back: before ? `/uren/nieuw/${draftId}/${before}` : '/uren/nieuw',
	};
}
