import { asc, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../db/store.ts';
import type { Portal } from '../portal.ts';
import type { EventRow, Row } from './submission.ts';

/** Everything that somebody handed in, the newest first, with what happened with it; the caller has checked the access. */
export async function rowsOf(
	{ store }: Portal,
	tx: Db,
	personId: string,
): Promise<{ readonly row: Row; readonly events: readonly EventRow[] }[]> {
	const { submissionEvents: e, submissions: s } = store.t;
	const rows = await tx
		.select()
		.from(s)
		.where(eq(s.personId, personId))
		.orderBy(desc(s.handedInAt), asc(s.id));
	if (rows.length === 0) return [];
	const events = await tx.select().from(e).where(eq(e.personId, personId)).orderBy(asc(e.number));
	const byRow = Map.groupBy(events, ({ submissionId }) => submissionId);
	return rows.map((row) => ({ row, events: byRow.get(row.id) ?? [] }));
}

/** What happened with one submission, in order. */
export function eventsIn({ store }: Portal, tx: Db, submissionId: string): Promise<EventRow[]> {
	const { submissionEvents: e } = store.t;
	return tx.select().from(e).where(eq(e.submissionId, submissionId)).orderBy(asc(e.number));
}

/** The same for many at once, by the id of the submission. */
export async function eventsOf(
	{ store }: Portal,
	ids: readonly string[],
): Promise<ReadonlyMap<string, readonly EventRow[]>> {
	if (ids.length === 0) return new Map();
	const { submissionEvents: e } = store.t;
	const rows = await store.read
		.select()
		.from(e)
		.where(inArray(e.submissionId, [...ids]))
		.orderBy(asc(e.number));
	return Map.groupBy(rows, ({ submissionId }) => submissionId);
}
