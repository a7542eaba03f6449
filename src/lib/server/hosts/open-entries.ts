import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';

export type EntryRow = Schema['hourEntries']['$inferSelect'];

const open = ['received', 'asked'] as const;

/** Whether a declaration still waits, so that it matters what a host says about it. */
export function isOpen({ state }: Pick<EntryRow, 'state'>): boolean {
	return state === 'received' || state === 'asked';
}

/** What somebody declared and nobody decided yet, the last day first. */
export function openEntriesOf(db: Db, { hourEntries: t }: Schema, personId: string) {
	return db
		.select()
		.from(t)
		.where(and(eq(t.personId, personId), inArray(t.state, [...open])))
		.orderBy(desc(t.doneOn), desc(t.receivedAt), desc(t.id));
}
