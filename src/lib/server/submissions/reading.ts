import { type Actor, may, permitted, type Resident } from '../access/access.ts';
import * as people from '../people/people.ts';
import { found, readingOf } from './events.ts';
import { eventsIn, rowsOf } from './rows.ts';
import { mayBeAbout, type Submission, submissionOf } from './submission.ts';

/** One submission; anybody else's is not found. */
export async function one(actor: Actor, id: string): Promise<Submission> {
	const row = await found(actor, id);
	const { portal } = actor;
	return submissionOf(portal, row, await eventsIn(portal, portal.store.read, id));
}

/** Everything that the person handed in, the newest first. */
export function own(actor: Resident): Promise<Submission[]> {
	return ofPerson(actor, actor.personId);
}

/** What somebody handed in, as far as the actor may read it, the newest first. */
export async function ofPerson(actor: Actor, personId: string): Promise<Submission[]> {
	const person = permitted(actor, 'submission.read', await people.find(actor, personId));
	const { portal } = actor;
	const rows = await rowsOf(portal, portal.store.read, person.id);
	return rows
		.filter(({ row }) => may(actor, readingOf(row.kind), person))
		.map(({ events, row }) => submissionOf(portal, row, events))
		.filter((submission) => !mayBeAbout(actor, submission));
}
