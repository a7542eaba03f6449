import { and, eq, max } from 'drizzle-orm';
import type { Actor } from '../access/access.ts';
import type { Schema } from '../db/schema.ts';
import type { Db, Log } from '../db/store.ts';
import { newId } from '../id.ts';
import { sealNote } from './note.ts';
import type { Reason } from './reasons.ts';
import { type HourEventKind, next } from './states.ts';

export type EntryRow = Schema['hourEntries']['$inferSelect'];
export type EventRow = Schema['hourEvents']['$inferSelect'];

/** What happens to an entry. `confirmedMinutes` is how many count from then on. */
export interface Happening {
	readonly kind: Exclude<HourEventKind, 'declared'>;
	readonly confirmedMinutes: number;
	readonly reason?: Reason;
	readonly note?: string | null;
}

/** The first line of an entry's ledger. */
export async function open(tx: Db, { hourEvents }: Schema, entry: EntryRow, actor: Actor) {
	await tx.insert(hourEvents).values({
		id: newId(),
		entryId: entry.id,
		personId: entry.personId,
		number: 1,
		kind: 'declared',
		minutes: entry.declaredMinutes,
		actor: actor.id,
		at: entry.receivedAt,
	});
}

/**
 * Adds a line to the ledger and moves the entry on, only if it still stands as it was read: of two who decide at
 * once one gets false, as does who comes when the table of states does not allow it. The line's minutes are what it
 * adds to the confirmed total, negative for a correction, so that the lines and the entries give the same total.
 */
export async function append(
	tx: Db,
	log: Log,
	actor: Actor,
	entry: EntryRow,
	happening: Happening,
	now: number,
): Promise<boolean> {
	const { kind, confirmedMinutes, reason, note = null } = happening;
	const state = next(entry.state, kind);
	if (state === null) return false;
	const { hourEntries: t, hourEvents } = actor.portal.store.t;
	const unchanged = and(
		eq(t.id, entry.id),
		eq(t.state, entry.state),
		eq(t.confirmedMinutes, entry.confirmedMinutes),
		eq(t.changedAt, entry.changedAt),
	);
	const changes = { state, confirmedMinutes, changedAt: now };
	const moved = await tx.update(t).set(changes).where(unchanged).returning({ id: t.id });
	if (moved.length === 0) return false;
	const id = newId();
	await tx.insert(hourEvents).values({
		id,
		entryId: entry.id,
		personId: entry.personId,
		number: (await lastNumber(tx, actor.portal.store.t, entry.id)) + 1,
		kind,
		minutes: confirmedMinutes - entry.confirmedMinutes,
		reason: reason ?? null,
		noteSealed: sealNote(actor.portal, 'hour_events', id, note),
		actor: actor.id,
		at: now,
	});
	const detail = { minutes: confirmedMinutes - entry.confirmedMinutes, reason: reason ?? null };
	const { id: subject, personId } = entry;
	log({ actor: actor.id, action: `hours.${kind}`, subject, personId, detail });
	return true;
}

async function lastNumber(tx: Db, { hourEvents }: Schema, entryId: string): Promise<number> {
	const [row] = await tx
		.select({ last: max(hourEvents.number) })
		.from(hourEvents)
		.where(eq(hourEvents.entryId, entryId));
	return row?.last ?? 0;
}
