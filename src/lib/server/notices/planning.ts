import { and, asc, eq, isNull, lte, sql, type SQL } from 'drizzle-orm';
import { newId } from '../id.ts';
import type { Portal } from '../portal.ts';
import type { Channels } from './channel.ts';
import { type NoticeRow, type Recipient, recipientIn, wanted } from './wanted.ts';

/**
 * Makes the deliveries of the next notice that is due: one for each channel and address, all of them or none, and the
 * notice is done with. Gives how many; null when no notice is due.
 */
export async function planNext(
	portal: Portal,
	channels: Channels,
	now: number,
): Promise<number | null> {
	const { store } = portal;
	const { notices, noticeDeliveries, people } = store.t;
	return store.touch(async (tx) => {
		const next = tx
			.select({ id: notices.id })
			.from(notices)
			.where(and(isNull(notices.plannedAt), lte(notices.at, now)))
			.orderBy(asc(notices.at), asc(notices.id))
			.limit(1);
		const [notice] = await tx
			.update(notices)
			.set({ plannedAt: now })
			.where(and(eq(notices.id, free(portal, next.getSQL())), isNull(notices.plannedAt)))
			.returning();
		if (!notice) return null;
		const [person] = await tx.select().from(people).where(eq(people.id, notice.personId));
		if (!person) return 0;
		const recipient = await recipientIn(portal, tx, person);
		const rows = deliveriesOf(portal, channels, notice, recipient, now);
		if (rows.length > 0) await tx.insert(noticeDeliveries).values(rows).onConflictDoNothing();
		return rows.length;
	});
}

/** A notice that cannot be read is given up at once and waits for nobody: it would be the first in line for ever. */
function deliveriesOf(
	portal: Portal,
	channels: Channels,
	notice: NoticeRow,
	recipient: Recipient,
	now: number,
) {
	const same = { noticeId: notice.id, attempts: 0, createdAt: now };
	try {
		return wanted(portal, channels, notice, recipient, now).map(({ address, key, dueAt }) => {
			const { channel } = address;
			return { ...same, id: newId(), channel, addressKey: key, state: 'waiting' as const, dueAt };
		});
	} catch {
		const given = { state: 'dead', error: 'broken', dueAt: now, settledAt: now } as const;
		return [{ ...same, ...given, id: newId(), channel: 'email' as const, addressKey: '' }];
	}
}

/** Of rows that several workers want at once, one that nobody has; SQLite has one writer and needs no saying. */
export function free({ store }: Portal, rows: SQL): SQL {
	return store.engine === 'postgres' ? sql`(${rows} for update skip locked)` : sql`(${rows})`;
}
