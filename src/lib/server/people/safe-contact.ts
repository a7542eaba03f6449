import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';

/**
 * Ends for good what goes out to phones of which nobody knows who else looks at them: the address of the calendar, the
 * phones that said yes to messages, the copies that phones keep, and whoever looks along. Otherwise all of it would begin again when veilig contact
 * ends, or when a lost phone is found by somebody else.
 */
export async function endOutside(t: Schema, tx: Db, personId: string, revokedAt: number) {
	const { accounts: a, calendarFeeds: f, helpers: h, phones, pushSubscriptions: p } = t;
	await tx
		.update(f)
		.set({ revokedAt })
		.where(and(eq(f.personId, personId), isNull(f.revokedAt)));
	await tx
		.update(h)
		.set({ endedAt: revokedAt, secretHash: null })
		.where(and(eq(h.personId, personId), isNull(h.endedAt)));
	const accounts = tx.select({ id: a.id }).from(a).where(eq(a.personId, personId));
	await tx
		.update(phones)
		.set({ revokedAt })
		.where(and(inArray(phones.accountId, accounts), isNull(phones.revokedAt)));
	await tx.delete(p).where(eq(p.personId, personId));
}

/** Whether the person asked for veilig contact alone, and so may end it alone. */
export async function saidBySelf(t: Schema, tx: Db, personId: string): Promise<boolean> {
	const { personContacts: c } = t;
	const [row] = await tx
		.select({ at: c.safeContactSaidAt })
		.from(c)
		.where(eq(c.personId, personId));
	return typeof row?.at === 'number';
}

/** Keeps when the person asked for it; null when it ended, or when the gemeente changed it. */
export async function sayBySelf(t: Schema, tx: Db, personId: string, at: number | null) {
	const { personContacts: c } = t;
	await tx
		.insert(c)
		.values({ personId, safeContactSaidAt: at })
		.onConflictDoUpdate({ target: c.personId, set: { safeContactSaidAt: at } });
}
