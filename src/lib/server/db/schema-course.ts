import type { CourseKind } from '#lib/law/course-hours.ts';
import type { CourseSource } from '../course/sources.ts';
import type { Columns } from './columns.ts';
import { fileTable } from './file-table.ts';
import type { personTables } from './schema-people.ts';

/** The lessons that a school reported, line by line; a line is never changed, another one takes its place. */
export function courseTables(c: Columns, { people }: ReturnType<typeof personTables>) {
	const courseLines = c.table(
		'course_lines',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			/** Counts the lines of this person from 1, so that of two written at the same time one is refused. */
			number: c.whole().notNull(),
			/** The id of the line in whose place this one stands. */
			replaces: c.text(),
			school: c.text().notNull(),
			kind: c.text().$type<CourseKind>().notNull(),
			fromOn: c.text().notNull(),
			/** Exclusive, as DUO counts. */
			until: c.text().notNull(),
			attendedMinutes: c.whole().notNull(),
			/** Missed with leave and without; null where the school did not say. */
			excusedMinutes: c.whole(),
			unexcusedMinutes: c.whole(),
			source: c.text().$type<CourseSource>().notNull(),
			sourceText: c.text().notNull(),
			sourceOn: c.text().notNull(),
			recordedBy: c.text().notNull(),
			recordedAt: c.instant().notNull(),
		},
		(t) => [
			c.uniqueIndex('course_lines_person').on(t.personId, t.number),
			c.uniqueIndex('course_lines_replaces').on(t.replaces),
		],
	);
	/** A school's file between reading and taking over: its lines sealed, gone when taken over or after a day. */
	const courseFiles = fileTable(c, 'course_files');
	return { courseLines, courseFiles };
}
