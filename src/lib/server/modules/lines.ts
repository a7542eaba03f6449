import { asc, eq } from 'drizzle-orm';
import { type Day, day } from '#lib/law/day.ts';
import { dayOf } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import type { ExamOutcome, StepKind, StepPart, StepSource } from './kinds.ts';

export type StepRow = Schema['moduleSteps']['$inferSelect'];

/** One line about a dated step. */
export interface StepLine {
	/** What a correction corrects, and the number of this line in it: what a page sends along. */
	readonly slot: string;
	readonly number: number;
	readonly kind: StepKind;
	/** Which exam, or which theme of the MAP. */
	readonly part: StepPart | null;
	/** Of an exam only. */
	readonly outcome: ExamOutcome | null;
	/** Null where the line takes back what the one before it said. */
	readonly on: Day | null;
	/** Who of the college held or will hold it; of a talk only. */
	readonly withWhom: string | null;
	readonly source: StepSource;
	/** The id of the account of the member of staff. */
	readonly recordedBy: string;
	readonly recordedOn: Day;
	/** The number of the line that stands in the place of this one; null for the one that holds. */
	readonly replacedBy: number | null;
}

/** A line that holds and says a day. */
export type Step = StepLine & { readonly on: Day; readonly replacedBy: null };

/** Every line about somebody, of each slot in the order it was written. */
export async function rowsOf({ moduleSteps: t }: Schema, db: Db, personId: string) {
	return db.select().from(t).where(eq(t.personId, personId)).orderBy(asc(t.slot), asc(t.number));
}

export function linesOf(rows: readonly StepRow[]): StepLine[] {
	const last = new Map(rows.map(({ number, slot }) => [slot, number]));
	return rows.map(({ happenedOn, id: _id, personId: _person, recordedAt, ...row }) => ({
		...row,
		on: happenedOn === null ? null : day(happenedOn),
		recordedOn: dayOf(recordedAt),
		replacedBy: row.number === last.get(row.slot) ? null : row.number + 1,
	}));
}

/** What holds now: the last line of each slot, unless it takes back what was said. */
export function holding(lines: readonly StepLine[]): Step[] {
	return lines.filter((line): line is Step => line.replacedBy === null && line.on !== null);
}

/** Adds a line; false when somebody else wrote the one with this number at the same time. */
export async function insert(tx: Db, { moduleSteps: t }: Schema, row: StepRow): Promise<boolean> {
	const added = await tx.insert(t).values(row).onConflictDoNothing().returning({ id: t.id });
	return added.length === 1;
}
