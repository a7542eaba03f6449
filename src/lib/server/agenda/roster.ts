import { and, asc, eq, inArray, type SQL } from 'drizzle-orm';
import { day, isDay } from '#lib/law/day.ts';
import { type Actor, mayHold, mayPost, permitted, type Staff } from '../access/access.ts';
import type { Schema } from '../db/schema.ts';
import { NotFound } from '../errors.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { type AnswerRow, answerKey, lastAnswers } from './answers.ts';
import { type AttendanceRow, lastAttendance } from './attendance-rows.ts';
import type { Cohort } from './cohorts.ts';
import { type ItemRow, type Occurrence, occurrenceOf, readKey } from './occurrences.ts';
import { belongs, exceptionsOf, membersOf } from './rows.ts';

/** An occurrence with the cohort it is of; null for what is of one person. */
export interface Held {
	readonly occurrence: Occurrence;
	readonly cohort: Cohort | null;
	readonly item: ItemRow;
}

/** Somebody who is expected, with what was said and written down; for no page as it is. */
export interface RosterRow {
	readonly person: people.Person;
	readonly answer: AnswerRow | null;
	readonly attendance: AttendanceRow | null;
}

/** An occurrence that the actor holds, and of which the whole list may be read; otherwise not found. */
export async function held(actor: Actor, key: string): Promise<Held> {
	const found = await known(actor.portal, key);
	const { cohort, occurrence } = found;
	if (cohort) {
		if (!mayHold(actor, cohort)) throw new NotFound();
		return found;
	}
	permitted(actor, 'attendance.say', await people.find(actor, occurrence.personId ?? ''));
	return found;
}

/** An occurrence that a member of staff may see, also of a cohort of a colleague in the same gemeente. */
export async function visible(actor: Staff, key: string): Promise<Held> {
	const found = await known(actor.portal, key);
	const { cohort, occurrence } = found;
	if (!cohort) {
		permitted(actor, 'agenda.read', await people.find(actor, occurrence.personId ?? ''));
	} else if (!mayPost(actor, cohort.gemeentecode)) {
		throw new NotFound();
	}
	return found;
}

/**
 * Who is expected at an occurrence, by name; the caller has checked the access, or narrows it by a condition. Who went to
 * another gemeente is nobody's any more where the cohort is.
 */
export async function rosterOf(
	portal: Portal,
	{ cohort, occurrence }: Pick<Held, 'cohort' | 'occurrence'>,
	whose?: SQL,
): Promise<RosterRow[]> {
	const { store } = portal;
	const { people: p } = store.t;
	const ids = cohort
		? (await membersOf(store.t, store.read, [cohort.id]))
				.filter((one) => belongs(one, occurrence.on))
				.map(({ personId }) => personId)
		: [occurrence.personId ?? ''];
	if (ids.length === 0) return [];
	const rows = await store.read
		.select()
		.from(p)
		.where(
			and(inArray(p.id, ids), cohort ? eq(p.gemeentecode, cohort.gemeentecode) : undefined, whose),
		)
		.orderBy(asc(p.givenName), asc(p.familyName), asc(p.id));
	const found = rows.map(({ id }) => id);
	const answers = await lastAnswers(portal, found, [occurrence]);
	const attendance = await lastAttendance(store.t, store.read, occurrence);
	return rows.map((person) => ({
		person,
		answer: answers.get(answerKey(person.id, occurrence)) ?? null,
		attendance: attendance.get(person.id) ?? null,
	}));
}

async function known(portal: Portal, key: string): Promise<Held> {
	const parts = readKey(key);
	if (!parts || !isDay(parts.on)) throw new NotFound();
	const { read, t } = portal.store;
	const [item] = await read.select().from(t.agendaItems).where(eq(t.agendaItems.id, parts.itemId));
	if (!item) throw new NotFound();
	const occurrence = occurrenceOf(item, await exceptionsOf(t, read, [item]), day(parts.on));
	if (!occurrence) throw new NotFound();
	return { item, occurrence, cohort: await cohortOf(t, read, item.cohortId) };
}

async function cohortOf(t: Schema, read: Portal['store']['read'], id: string | null) {
	if (id === null) return null;
	const [cohort] = await read.select().from(t.agendaCohorts).where(eq(t.agendaCohorts.id, id));
	if (!cohort) throw new Error(`the cohort ${id} of an item is gone`);
	return cohort;
}
