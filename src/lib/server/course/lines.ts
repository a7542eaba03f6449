import { asc, inArray } from 'drizzle-orm';
import type { CourseStatement } from '#lib/law/course-hours.ts';
import { type Day, day, dayBefore } from '#lib/law/day.ts';
import { wholeMonth } from '#lib/law/month.ts';
import { dayOf } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';

/** A line as it was written; of two that tell of the same, the one that nothing `replaces` holds. */
export type LineRow = Schema['courseLines']['$inferSelect'];

/** Every line about these people, of each in the order it was written. */
export async function rowsOf(
	{ courseLines: t }: Schema,
	db: Db,
	personIds: readonly string[],
): Promise<LineRow[]> {
	if (personIds.length === 0) return [];
	return db
		.select()
		.from(t)
		.where(inArray(t.personId, [...personIds]))
		.orderBy(asc(t.personId), asc(t.number));
}

/** The lines in whose place no other one stands. */
export function holding<Row extends Pick<LineRow, 'id' | 'replaces'>>(rows: readonly Row[]): Row[] {
	const replaced = new Set(rows.map(({ replaces }) => replaces));
	return rows.filter(({ id }) => !replaced.has(id));
}

/** From when to when lessons were; `month` ('YYYY-MM') where that is one month whole. */
export interface Period {
	readonly fromOn: Day;
	/** The last day of the period; the same as `fromOn` for one day. */
	readonly lastOn: Day;
	readonly month: string | null;
}

/** The period of a line, as people read it: with its last day instead of the day after. */
export function periodOf(row: Pick<LineRow, 'fromOn' | 'until'>): Period {
	const fromOn = day(row.fromOn);
	const lastOn = dayBefore(day(row.until));
	return { fromOn, lastOn, month: wholeMonth(fromOn, lastOn) };
}

/** What the law counts of a line. */
export function statementOf(
	row: Pick<LineRow, 'attendedMinutes' | 'fromOn' | 'kind' | 'recordedAt' | 'until'>,
): CourseStatement {
	const { attendedMinutes: minutes, fromOn, kind, recordedAt, until } = row;
	return { kind, from: day(fromOn), until: day(until), minutes, recordedOn: dayOf(recordedAt) };
}
