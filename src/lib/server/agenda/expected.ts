import type { Portal } from '../portal.ts';
import { answerKey, lastAnswers } from './answers.ts';
import type { Occurrence } from './occurrences.ts';
import type { Window } from './recurrence.ts';
import { belongs, membersOf, occurrencesWhere } from './rows.ts';

/** Somebody who is expected at something. */
export interface Expected {
	readonly personId: string;
	readonly occurrence: Occurrence;
}

/**
 * Who is expected where inside a window of days, of the whole tenant: whoever said that they cannot come at that time is not,
 * and nobody is at what is off. For a job, which has no person to ask the access of.
 */
export async function expected(portal: Portal, window: Window): Promise<Expected[]> {
	const { read, t } = portal.store;
	const all = await occurrencesWhere(t, read, undefined, window);
	const going = all.filter(({ isCancelled }) => !isCancelled);
	const cohorts = new Set(going.flatMap(({ cohortId }) => (cohortId ? [cohortId] : [])));
	const members = Map.groupBy(await membersOf(t, read, [...cohorts]), ({ cohortId }) => cohortId);
	const invited = going.flatMap((occurrence) => {
		const { cohortId, on, personId } = occurrence;
		if (personId !== null) return [{ personId, occurrence }];
		const there = (members.get(cohortId ?? '') ?? []).filter((one) => belongs(one, on));
		return there.map((one) => ({ personId: one.personId, occurrence }));
	});
	const asked = [...new Set(invited.map(({ personId }) => personId))];
	const answers = await lastAnswers(portal, asked, going);
	return invited.filter(({ personId, occurrence }) => {
		const said = answers.get(answerKey(personId, occurrence));
		const holds = said?.answeredFor === `${occurrence.on}T${occurrence.at}`;
		return !(said && holds && !said.isComing);
	});
}
