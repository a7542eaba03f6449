import { asc, eq } from 'drizzle-orm';
import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Db } from '../db/store.ts';
import { done, type Outcome, refused } from '../errors.ts';
import { act } from './act.ts';
import { type BatchResult, each } from './decision.ts';
import type { EntryRow, EventRow, Happening } from './ledger.ts';
import { decisionKinds, type HourEventKind, statesOf, undoing } from './states.ts';

export { undoing };

/** One line of the ledger: the entry, and its number there. */
export interface LineRef {
	readonly entryId: string;
	readonly number: number;
}

/**
 * Takes back a decision that the actor made a moment ago, as a line of its own: the entry stands as it stood before.
 * Refused (`form`) for a decision of somebody else, after fifteen seconds, and when something else happened since; a
 * decision can still be corrected then. Undoing the same line twice is undoing it once.
 */
export async function undo(
	actor: Staff,
	{ entryId, number }: LineRef,
	moment: Moment,
): Promise<Outcome<null>> {
	const back = async (entry: EntryRow, tx: Db) =>
		undone(entry, await linesOf(actor, tx, entryId), number, actor.id, moment.now);
	return act(actor, entryId, 'hours.decide', back, moment);
}

/** `undo` for what was decided together, each on its own. */
export async function undoAll(
	actor: Staff,
	lines: readonly LineRef[],
	moment: Moment,
): Promise<BatchResult[]> {
	const numbers = new Map(lines.map(({ entryId, number }) => [entryId, number]));
	return each([...numbers.keys()], (entryId) =>
		undo(actor, { entryId, number: numbers.get(entryId) ?? 0 }, moment),
	);
}

/** Whether an event is a decision, which can be undone for a moment. */
export function isDecision(kind: HourEventKind): boolean {
	return decisionKinds.some((each) => each === kind);
}

function undone(
	entry: EntryRow,
	lines: readonly EventRow[],
	number: number,
	actor: string,
	now: number,
): Outcome<Happening> {
	const kind = 'undone';
	const { confirmedMinutes } = entry;
	const last = lines.at(-1);
	if (last?.kind === kind && last.undoes === number) {
		// Not a state to go to, so that nothing is added: the ledger sees whether it is the very same thing again.
		return done({ kind, confirmedMinutes, undoes: { number, before: null } });
	}
	const isMine = last?.number === number && last.actor === actor && isDecision(last.kind);
	if (!isMine || now - last.at > undoing.accepted) return refused({ form: 'undoOver' });
	const before = statesOf(lines)[lines.length - 2] ?? null;
	const undoes = { number, before };
	return done({ kind, confirmedMinutes: confirmedMinutes - last.minutes, undoes });
}

async function linesOf({ portal }: Staff, tx: Db, entryId: string): Promise<EventRow[]> {
	const { hourEvents } = portal.store.t;
	return tx
		.select()
		.from(hourEvents)
		.where(eq(hourEvents.entryId, entryId))
		.orderBy(asc(hourEvents.number));
}
