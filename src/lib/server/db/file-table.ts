import type { Columns } from './columns.ts';

/** A file between reading and taking over: its lines sealed, gone when taken over or after a day. */
export function fileTable(c: Columns, name: string) {
	return c.table(
		name,
		{
			id: c.text().primaryKey(),
			staffId: c.text().notNull(),
			linesSealed: c.text().notNull(),
			readAt: c.instant().notNull(),
		},
		(t) => [c.index(`${name}_read`).on(t.readAt)],
	);
}

export type FileTable = ReturnType<typeof fileTable>;
