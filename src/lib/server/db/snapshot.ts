import { count, getTableName } from 'drizzle-orm';
import type { Schema } from './schema.ts';
import type { Db } from './store.ts';

/** Table → number of rows. */
export type RowCounts = Readonly<Record<string, number>>;

/** The rows of every table that is there: a backup of an earlier version lacks those that came after it. */
export async function countRows(db: Db, t: Schema, there: ReadonlySet<string>): Promise<RowCounts> {
	const counts: Record<string, number> = {};
	for (const table of Object.values(t)) {
		const name = getTableName(table);
		if (!there.has(name)) continue;
		const [row] = await db.select({ n: count() }).from(table);
		counts[name] = row?.n ?? 0;
	}
	return counts;
}
