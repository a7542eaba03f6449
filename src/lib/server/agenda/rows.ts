import { and, eq, gt, gte, inArray, lt, or, type SQL } from 'drizzle-orm';
import { day, type Day } from '#lib/law/day.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { type ItemRow, type Occurrence, occurrencesOf } from './occurrences.ts';
import type { Window } from './recurrence.ts';

/** From which day until which a person belongs to a cohort. */
export interface Membership {
	readonly cohortId: string;
	readonly personId: string;
	readonly from: Day;
	/** Exclusive; null as long as no end is known. */
	readonly until: Day | null;
}

/** The memberships of a person. */
export function membershipsOf(t: Schema, db: Db, personId: string): Promise<Membership[]> {
	return memberships(t, db, eq(t.agendaMembers.personId, personId));
}

/** The memberships of several people. */
export function membershipsOfMany(
	t: Schema,
	db: Db,
	personIds: readonly string[],
): Promise<Membership[]> {
	return memberships(t, db, inArray(t.agendaMembers.personId, [...personIds]));
}

/** Who belongs, belonged or will belong to cohorts. */
export async function membersOf(
	t: Schema,
	db: Db,
	cohortIds: readonly string[],
): Promise<Membership[]> {
	if (cohortIds.length === 0) return [];
	return memberships(t, db, inArray(t.agendaMembers.cohortId, [...cohortIds]));
}

/** Whether somebody belongs to the cohort on a day. */
export function belongs({ from, until }: Membership, on: Day): boolean {
	return from <= on && (until === null || on < until);
}

/** The occurrences inside the window of what is planned for a person alone and with others. */
export async function occurrencesFor(
	t: Schema,
	db: Db,
	personId: string,
	window: Window,
): Promise<Occurrence[]> {
	const mine = await membershipsOf(t, db, personId);
	const cohorts = [...new Set(mine.map(({ cohortId }) => cohortId))];
	const own = eq(t.agendaItems.personId, personId);
	const whose = cohorts.length > 0 ? or(own, inArray(t.agendaItems.cohortId, cohorts)) : own;
	const found = await occurrencesWhere(t, db, whose, window);
	return found.filter(
		({ cohortId, on }) =>
			cohortId === null || mine.some((one) => one.cohortId === cohortId && belongs(one, on)),
	);
}

/** The occurrences inside the window of what is planned for cohorts. */
export async function occurrencesOfCohorts(
	t: Schema,
	db: Db,
	cohortIds: readonly string[],
	window: Window,
): Promise<Occurrence[]> {
	if (cohortIds.length === 0) return [];
	return occurrencesWhere(t, db, inArray(t.agendaItems.cohortId, [...cohortIds]), window);
}

/** The occurrences inside the window of all items under a condition on their rows. */
export async function occurrencesWhere(
	t: Schema,
	db: Db,
	whose: SQL | undefined,
	{ from, until }: Window,
): Promise<Occurrence[]> {
	const { agendaExceptions: e, agendaItems: i } = t;
	const movedHere = db
		.select({ id: e.itemId })
		.from(e)
		.where(and(gte(e.startsOn, from), lt(e.startsOn, until)));
	const here = and(gt(i.until, from), lt(i.startsOn, until));
	const items = await db
		.select()
		.from(i)
		.where(and(whose, or(here, inArray(i.id, movedHere))));
	return occurrencesOf(items, await exceptionsOf(t, db, items), { from, until });
}

/** All exceptions of items, with one query for each five hundred of them. */
export async function exceptionsOf(
	{ agendaExceptions: t }: Schema,
	db: Db,
	items: readonly Pick<ItemRow, 'id'>[],
) {
	const ids = items.map(({ id }) => id);
	const parts = Array.from({ length: Math.ceil(ids.length / 500) }, (_, at) =>
		db
			.select()
			.from(t)
			.where(inArray(t.itemId, ids.slice(at * 500, (at + 1) * 500))),
	);
	return (await Promise.all(parts)).flat();
}

async function memberships({ agendaMembers: t }: Schema, db: Db, where: SQL) {
	const rows = await db.select().from(t).where(where);
	return rows.map(({ cohortId, fromOn, personId, until }) => ({
		cohortId,
		personId,
		from: day(fromOn),
		until: until === null ? null : day(until),
	}));
}
