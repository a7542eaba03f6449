import { type Day, isBefore } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { pipDue } from '#lib/law/termijn.ts';

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
