import type { Staff } from '../access/access.ts';
import type { Db, Log } from '../db/store.ts';
import { newId } from '../id.ts';
import { Late } from '../imports/imports.ts';
import type { LineRow } from './lines.ts';
import type { Statement } from './statement.ts';

/** A line to add: of whom, which one of that person it is, and in whose place it stands. */
export interface Addition {
	readonly personId: string;
	readonly number: number;
	readonly replaces: string | null;
	readonly statement: Statement;
}

/** Adds a line with its line of the audit chain; gives its id. Throws `Late`, so that nothing of the rest is kept. */
export async function add(
	actor: Staff,
	tx: Db,
	log: Log,
	{ number, personId, replaces, statement }: Addition,
	now: number,
): Promise<string> {
	const { courseLines } = actor.portal.store.t;
	const by = { recordedBy: actor.id, recordedAt: now };
	const row: LineRow = { id: newId(), personId, number, replaces, ...statement, ...by };
	const added = await tx
		.insert(courseLines)
		.values(row)
		.onConflictDoNothing()
		.returning({ id: courseLines.id });
	if (added.length === 0) throw new Late();
	const action = replaces === null ? 'course.record' : 'course.correct';
	const { kind, source } = statement;
	log({
		actor: actor.id,
		action,
		subject: row.id,
		personId,
		detail: { kind, number, replaces, source },
	});
	return row.id;
}

/** The number of the next line of a person, whose lines these are. */
export function nextNumber(rows: readonly LineRow[]): number {
	return rows.reduce((last, { number }) => Math.max(last, number), 0) + 1;
}
