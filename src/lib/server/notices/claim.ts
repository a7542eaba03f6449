import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { newId } from '../id.ts';
import type { Portal } from '../portal.ts';
import { patience } from './channel.ts';
import { free } from './planning.ts';
import {
	type DeliveryEvent,
	type DeliveryState,
	type SendingError,
	transitions,
} from './states.ts';

export type DeliveryRow = Schema['noticeDeliveries']['$inferSelect'];

/** How long a worker has a delivery for itself, in milliseconds; after that it counts as dead. */
export const leaseTime = 8 * patience;

/**
 * Takes the delivery that is due longest, for itself and for a while, and counts the attempt before it is made: one
 * that kills its worker each time ends as well. `leased` asks for those of a worker that died: their lease has ended.
 * Null when nothing is due.
 */
export async function claim(
	portal: Portal,
	state: 'waiting' | 'leased',
	now: number,
): Promise<DeliveryRow | null> {
	const { store } = portal;
	const { noticeDeliveries: t } = store.t;
	return store.touch(async (tx) => {
		const isDue = and(eq(t.state, state), lte(t.dueAt, now));
		const next = tx
			.select({ id: t.id })
			.from(t)
			.where(isDue)
			.orderBy(...(state === 'leased' ? [asc(t.attempts)] : []), asc(t.dueAt), asc(t.id))
			.limit(1);
		const [row] = await tx
			.update(t)
			.set({
				state: 'leased',
				lease: newId(),
				dueAt: now + leaseTime,
				attempts: sql`${t.attempts} + 1`,
			})
			.where(and(eq(t.id, free(portal, next.getSQL())), isDue))
			.returning();
		return row ?? null;
	});
}

/** What becomes of a leased delivery. */
export interface Settled {
	readonly event: Exclude<DeliveryEvent, 'claimed' | 'leaseLost' | 'retried'>;
	readonly error?: SendingError;
	/** When it is tried again, where it is. */
	readonly dueAt?: number;
}

/** Moves a delivery on in the table of states; false, and nothing happens, for a worker whose lease is over. */
export async function settle(
	portal: Portal,
	tx: Db,
	delivery: DeliveryRow,
	{ event, error, dueAt }: Settled,
	now: number,
): Promise<boolean> {
	const { noticeDeliveries: t } = portal.store.t;
	const state: DeliveryState = transitions.leased[event];
	const isOver = state !== 'waiting';
	const rows = await tx
		.update(t)
		.set({
			state,
			lease: null,
			error: error ?? null,
			settledAt: isOver ? now : null,
			...(dueAt === undefined ? {} : { dueAt }),
			// It was put off, not tried.
			...(event === 'postponed' ? { attempts: delivery.attempts - 1 } : {}),
		})
		.where(and(eq(t.id, delivery.id), eq(t.state, 'leased'), eq(t.lease, delivery.lease ?? '')))
		.returning({ id: t.id });
	return rows.length > 0;
}
