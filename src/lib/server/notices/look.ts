import { eq } from 'drizzle-orm';
import type { Db } from '../db/store.ts';
import type { Portal } from '../portal.ts';
import type { Channels } from './channel.ts';
import { type DeliveryRow, settle, type Settled } from './claim.ts';
import { mostAttempts } from './states.ts';
import { type NoticeRow, recipientIn, wanted, type Wanted } from './wanted.ts';

/** A delivery that goes out now, with its notice and the language of the person. */
export interface Ready {
	readonly notice: NoticeRow;
	readonly target: Wanted;
	readonly language: string;
}

/**
 * Looks anew, right before sending, whether and to where a claimed delivery should go. One that should not, or not yet,
 * is settled here, and then gives as what.
 */
export async function look(
	portal: Portal,
	channels: Channels,
	tx: Db,
	delivery: DeliveryRow,
	now: number,
): Promise<Ready | Settled['event']> {
	const { notices, people } = portal.store.t;
	const [found] = await tx
		.select({ notice: notices, person: people })
		.from(notices)
		.innerJoin(people, eq(people.id, notices.personId))
		.where(eq(notices.id, delivery.noticeId));
	if (!found) throw new Error('a delivery has no notice');
	const { notice, person } = found;
	const settledAs = async (settled: Settled) => {
		await settle(portal, tx, delivery, settled, now);
		return settled.event;
	};
	if (delivery.attempts > mostAttempts) return settledAs({ event: 'gaveUp', error: 'workerLost' });
	const there = wanted(portal, channels, notice, await recipientIn(portal, tx, person), now);
	const target = there.find(
		({ address, key }) => address.channel === delivery.channel && key === delivery.addressKey,
	);
	if (target && target.dueAt > now) {
		return settledAs({ event: 'postponed', dueAt: target.dueAt });
	}
	if (target) return { notice, target, language: person.language };
	const isMoved = there.some(({ address }) => address.channel === delivery.channel);
	// The new address gets a delivery of its own; what went to the old one is not sent again.
	if (isMoved) await tx.update(notices).set({ plannedAt: null }).where(eq(notices.id, notice.id));
	const error = notice.expiresAt <= now ? 'expired' : isMoved ? 'addressChanged' : 'switchedOff';
	return settledAs({ event: 'dropped', error });
}
