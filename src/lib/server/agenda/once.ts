import { and, inArray, isNull } from 'drizzle-orm';
import { day } from '#lib/law/day.ts';
import { type Actor, permitted } from '../access/access.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import * as people from '../people/people.ts';
import type { AgendaKind } from './kinds.ts';
import { type Occurrence, occurrenceOf } from './occurrences.ts';
import { exceptionsOf } from './rows.ts';

/** What was planned once for a person alone, of some kinds, in order of time; also what is over or was called off. */
export async function once(
	actor: Actor,
	personId: string,
	kinds: readonly AgendaKind[],
): Promise<Occurrence[]> {
	permitted(actor, 'agenda.read', await people.find(actor, personId));
	const { read, t } = actor.portal.store;
	return onceFor(t, read, [personId], kinds);
}

/** As `once`, of many people; the caller has checked the access. */
export async function onceFor(
	t: Schema,
	db: Db,
	personIds: readonly string[],
	kinds: readonly AgendaKind[],
): Promise<Occurrence[]> {
	if (personIds.length === 0) return [];
	const { agendaItems: i } = t;
	const theirs = and(inArray(i.personId, [...personIds]), inArray(i.kind, [...kinds]));
	const items = await db
		.select()
		.from(i)
		.where(and(theirs, isNull(i.rule)));
	const exceptions = await exceptionsOf(t, db, items);
	const byItem = Map.groupBy(exceptions, ({ itemId }) => itemId);
	return items
		.flatMap((item) => {
			const one = occurrenceOf(item, byItem.get(item.id) ?? [], day(item.startsOn));
			return one ? [one] : [];
		})
		.sort((a, b) => a.startsAt - b.startsAt || (a.key < b.key ? -1 : 1));
}
