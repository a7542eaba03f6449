import { and, eq, isNull } from 'drizzle-orm';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';

/**
 * Ends for good what goes out to phones of which nobody knows who else looks at them: the address of the calendar and
 * the phones that said yes to messages. Otherwise all of it would begin again when veilig contact ends.
 */
export async function endOutside(t: Schema, tx: Db, personId: string, revokedAt: number) {
	const { calendarFeeds: f, pushSubscriptions: p } = t;
	await tx
		.update(f)
		.set({ revokedAt })
		.where(and(eq(f.personId, personId), isNull(f.revokedAt)));
	await tx.delete(p).where(eq(p.personId, personId));
}
