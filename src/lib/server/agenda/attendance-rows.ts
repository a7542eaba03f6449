import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import type { Occurrence } from './occurrences.ts';

export type AttendanceRow = Schema['agendaAttendance']['$inferSelect'];

/** What holds for each person at an occurrence, by the id of the person: the line with the highest number. */
export async function lastAttendance(
	{ agendaAttendance: t }: Schema,
	db: Db,
	{ itemId, occurrenceOn }: Pick<Occurrence, 'itemId' | 'occurrenceOn'>,
): Promise<Map<string, AttendanceRow>> {
	const here = and(eq(t.itemId, itemId), eq(t.occurrenceOn, occurrenceOn));
	const rows = await db.select().from(t).where(here).orderBy(asc(t.number));
	return new Map(rows.map((row) => [row.personId, row]));
}

/** What holds for people at all occurrences: the last line of each person and occurrence. */
export async function lastOfPeople(
	{ agendaAttendance: t }: Schema,
	db: Db,
	personIds: readonly string[],
): Promise<AttendanceRow[]> {
	if (personIds.length === 0) return [];
	const whose = inArray(t.personId, [...personIds]);
	const rows = await db.select().from(t).where(whose).orderBy(asc(t.number));
	const last = rows.map(
		(row) => [`${row.personId} ${row.itemId}.${row.occurrenceOn}`, row] as const,
	);
	return [...new Map(last).values()];
}
