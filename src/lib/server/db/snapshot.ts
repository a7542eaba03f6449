import { count, getTableName } from 'drizzle-orm';
import type { Schema } from './schema.ts';
import type { Db } from './store.ts';

/** Table → number of rows. */
export type RowCounts = Readonly<Record<string, number>>;

/** The rows of every table. */
export async function countRows(db: Db, t: Schema): Promise<RowCounts> {
	const counts: Record<string, number> = {};
	for (const table of Object.values(t)) {
		const [row] = await db.select({ n: count() }).from(table);
		counts[getTableName(table)] = row?.n ?? 0;
	}
	return counts;
}
