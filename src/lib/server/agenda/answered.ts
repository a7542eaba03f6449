import type { Actor } from '../access/access.ts';
import { type Answer, answerKey, answerOf, lastAnswers } from './answers.ts';
import type { Occurrence } from './occurrences.ts';
import { occurrenceFor, occurrencesOfPerson } from './own.ts';
import type { Window } from './recurrence.ts';

/** An occurrence with what the person said about coming; null as long as nothing was said. */
export type OwnOccurrence = Occurrence & { readonly answer: Answer | null };

/** What is planned for a person inside a window of days, in order of time, with the answers. */
export async function of(actor: Actor, personId: string, window: Window): Promise<OwnOccurrence[]> {
	return answered(actor, personId, await occurrencesOfPerson(actor, personId, window));
}

/** One occurrence of what is planned for a person, by its key; not found when it is not theirs. */
export async function one(actor: Actor, personId: string, key: string): Promise<OwnOccurrence> {
	const [found] = await answered(actor, personId, [await occurrenceFor(actor, personId, key)]);
	if (!found) throw new Error('one occurrence gave none');
	return found;
}

async function answered(actor: Actor, personId: string, occurrences: readonly Occurrence[]) {
	const answers = await lastAnswers(actor.portal, [personId], occurrences);
	return occurrences.map((occurrence) => {
		const row = answers.get(answerKey(personId, occurrence));
		return { ...occurrence, answer: row ? answerOf(actor.portal, row, occurrence) : null };
	});
}
