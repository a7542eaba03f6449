import { eq } from 'drizzle-orm';
import { day, isDay } from '#lib/law/day.ts';
import { type Actor, permitted } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import * as people from '../people/people.ts';
import { type Occurrence, occurrenceOf, readKey } from './occurrences.ts';
import type { Window } from './recurrence.ts';
import { belongs, exceptionsOf, membershipsOf, occurrencesFor } from './rows.ts';

/** What is planned for a person inside a window of days, in order of time. */
export async function occurrencesOfPerson(
	actor: Actor,
	personId: string,
	window: Window,
): Promise<Occurrence[]> {
	permitted(actor, 'agenda.read', await people.find(actor, personId));
	const { read, t } = actor.portal.store;
	return occurrencesFor(t, read, personId, window);
}

/** One occurrence of what is planned for a person, by its key; not found when it is not theirs. */
export async function occurrenceFor(
	actor: Actor,
	personId: string,
	key: string,
): Promise<Occurrence> {
	permitted(actor, 'agenda.read', await people.find(actor, personId));
	const parts = readKey(key);
	if (!parts || !isDay(parts.on)) throw new NotFound();
	const { read, t } = actor.portal.store;
	const [item] = await read.select().from(t.agendaItems).where(eq(t.agendaItems.id, parts.itemId));
	if (!item) throw new NotFound();
	const found = occurrenceOf(item, await exceptionsOf(t, read, [item]), day(parts.on));
	if (!found) throw new NotFound();
	if (found.personId === personId) return found;
	const mine = await membershipsOf(t, read, personId);
	const isMine = mine.some((one) => one.cohortId === found.cohortId && belongs(one, found.on));
	if (!isMine) throw new NotFound();
	return found;
}
