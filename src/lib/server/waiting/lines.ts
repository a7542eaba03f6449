import { asc, eq, type SQL } from 'drizzle-orm';
import { type Day, day } from '#lib/law/day.ts';
import { dayOf } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import type { WaitingBall, WaitingFor } from './kinds.ts';

export type WaitingRow = Schema['waitingLines']['$inferSelect'];

/** One line about one time of waiting. */
export interface WaitingLine {
	readonly personId: string;
	/** What a change changes, and the number of this line in it: what a page sends along. */
	readonly slot: string;
	readonly number: number;
	readonly waitsFor: WaitingFor;
	readonly ball: WaitingBall;
	readonly sinceOn: Day;
	/** Null as long as nobody knows. */
	readonly expectedOn: Day | null;
	/** The day on which it was over; null while it lasts. */
	readonly endedOn: Day | null;
	/** The id of the account of the member of staff. */
	readonly recordedBy: string;
	readonly recordedOn: Day;
	/** Whether another line took its place. */
	readonly isReplaced: boolean;
}

/** The lines on a condition, of each slot in the order they were written. */
export async function rowsWhere({ waitingLines: t }: Schema, db: Db, where: SQL | undefined) {
	return db.select().from(t).where(where).orderBy(asc(t.personId), asc(t.slot), asc(t.number));
}

export function rowsOf(schema: Schema, db: Db, personId: string) {
	return rowsWhere(schema, db, eq(schema.waitingLines.personId, personId));
}

export function linesOf(rows: readonly WaitingRow[]): WaitingLine[] {
	const last = new Map(rows.map((row) => [keyOf(row), row.number]));
	return rows.map(({ id: _id, recordedAt, ...row }) => ({
		...row,
		sinceOn: day(row.sinceOn),
		expectedOn: dayOrNull(row.expectedOn),
		endedOn: dayOrNull(row.endedOn),
		recordedOn: dayOf(recordedAt),
		isReplaced: row.number !== last.get(keyOf(row)),
	}));
}

/** What holds now and is not over, the longest first. */
export function lasting(lines: readonly WaitingLine[]): WaitingLine[] {
	return lines
		.filter(({ endedOn, isReplaced }) => !isReplaced && endedOn === null)
		.toSorted((a, b) => (a.sinceOn < b.sinceOn ? -1 : Number(a.sinceOn > b.sinceOn)));
}

/** Adds a line; false when somebody else wrote the one with this number at the same time. */
export async function insert(tx: Db, { waitingLines: t }: Schema, row: WaitingRow) {
	const added = await tx.insert(t).values(row).onConflictDoNothing().returning({ id: t.id });
	return added.length === 1;
}

function keyOf({ personId, slot }: Pick<WaitingRow, 'personId' | 'slot'>): string {
	return `${personId} ${slot}`;
}

function dayOrNull(written: string | null): Day | null {
	return written === null ? null : day(written);
}
