import { eq, sql } from 'drizzle-orm';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';

/**
 * Of two transactions that write about somebody at once the second waits here for the first to end, and then sees
 * what it wrote: for what must be counted before it is written. SQLite has one writer; PostgreSQL has many.
 */
export async function takeTurn({ people: t }: Schema, tx: Db, personId: string) {
	await tx
		.update(t)
		.set({ revision: sql`${t.revision}` })
		.where(eq(t.id, personId));
}
