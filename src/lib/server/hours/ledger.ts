import { and, eq, max } from 'drizzle-orm';
import type { Actor } from '../access/access.ts';
import type { Schema } from '../db/schema.ts';
import type { Db, Log } from '../db/store.ts';
import { newId } from '../id.ts';
import { sealNote } from './note.ts';
import type { Reason } from './reasons.ts';
import { type HourEventKind, type HourState, next } from './states.ts';
import { tell } from './telling.ts';

export type EntryRow = Schema['hourEntries']['$inferSelect'];
export type EventRow = Schema['hourEvents']['$inferSelect'];

/** What happens to an entry. `confirmedMinutes` is how many count from then on. */
export interface Happening {
	readonly kind: Exclude<HourEventKind, 'declared'>;
	readonly confirmedMinutes: number;
	readonly reason?: Reason;
	readonly note?: string | null;
	/** Of `undone`: the number of the line that is taken back, and where the entry stood before it. */
	readonly undoes?: { readonly number: number; readonly before: HourState | null };
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
 * once one gets null, as does who comes when the table of states does not allow it; the other the id of the line. The
 * line's minutes are what it adds to the confirmed total, negative for a correction, so that the lines and the entries
 * give the same total.
 */
export async function append(
	tx: Db,
	log: Log,
	actor: Actor,
	entry: EntryRow,
	happening: Happening,
	now: number,
): Promise<string | null> {
	const { kind, confirmedMinutes, reason, note = null, undoes } = happening;
	const state = next(entry.state, kind, undoes?.before);
	if (state === null) return null;
	const { hourEntries: t, hourEvents } = actor.portal.store.t;
	const unchanged = and(
		eq(t.id, entry.id),
		eq(t.state, entry.state),
		eq(t.confirmedMinutes, entry.confirmedMinutes),
		eq(t.changedAt, entry.changedAt),
	);
	const changes = { state, confirmedMinutes, changedAt: now };
	const moved = await tx.update(t).set(changes).where(unchanged).returning({ id: t.id });
	if (moved.length === 0) return null;
	const id = newId();
	const number = (await lastNumber(tx, actor.portal.store.t, entry.id)) + 1;
	await tx.insert(hourEvents).values({
		id,
		entryId: entry.id,
		personId: entry.personId,
		number,
		kind,
		minutes: confirmedMinutes - entry.confirmedMinutes,
		reason: reason ?? null,
		noteSealed: sealNote(actor.portal, 'hour_events', id, note),
		undoes: undoes?.number ?? null,
		actor: actor.id,
		at: now,
	});
	const detail = { minutes: confirmedMinutes - entry.confirmedMinutes, reason: reason ?? null };
	const { id: subject, personId } = entry;
	log({ actor: actor.id, action: `hours.${kind}`, subject, personId, detail });
	await tell(tx, actor.portal.store.t, entry, { number, happening, now });
	return id;
}

async function lastNumber(tx: Db, { hourEvents }: Schema, entryId: string): Promise<number> {
	const [row] = await tx
		.select({ last: max(hourEvents.number) })
		.from(hourEvents)
		.where(eq(hourEvents.entryId, entryId));
	return row?.last ?? 0;
}
