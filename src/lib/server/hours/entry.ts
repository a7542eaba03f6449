import { asc, eq, inArray } from 'drizzle-orm';
import { day, type Day } from '#lib/law/day.ts';
import { type Action, type Actor, permitted } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import * as proposals from '../proposals/proposals.ts';
import * as proofs from '../proofs/proofs.ts';
import type { Check } from './checks.ts';
import type { EntryRow, EventRow } from './ledger.ts';
import { openNote } from './note.ts';
import { type Reason, reasonOf } from './reasons.ts';
import { proofsKeptThrough } from './retention.ts';
import type { HourEventKind, HourState } from './states.ts';

/** One line of an entry's history. `minutes` is what it adds to the confirmed total; for `declared`, what was asked. */
export interface HourEvent {
	readonly number: number;
	readonly kind: HourEventKind;
	readonly minutes: number;
	readonly reason: Reason | null;
	readonly note: string | null;
	/** Of `undone`: the number of the line that it takes back. */
	readonly undoes: number | null;
	readonly at: number;
	/** The id of the account that did it. */
	readonly by: string;
}

/** A declaration with all that happened to it since. */
export interface Entry {
	readonly id: string;
	readonly personId: string;
	readonly receiptNumber: string;
	readonly activity: string;
	readonly organisation: string;
	readonly doneOn: Day;
	readonly note: string | null;
	readonly dutchSpoken: boolean;
	readonly together: boolean;
	/** What the person was asked before sending, and sent anyway. */
	readonly checks: readonly Check[];
	readonly state: HourState;
	readonly declaredMinutes: number;
	readonly confirmedMinutes: number;
	/** When it was made, as the device told it; nothing is decided by it. */
	readonly madeAt: number | null;
	readonly receivedAt: number;
	readonly events: readonly HourEvent[];
	readonly proofs: readonly proofs.Proof[];
	/** The last day on which the proofs can be seen; null as long as there is no decision. */
	readonly proofsKeptThroughOn: Day | null;
	/** The proposal that was approved beforehand, to which this belongs. */
	readonly approvedProposalId: string | null;
}

/** An entry with its history and photos, for the person and for who has the caseload; otherwise not found. */
export async function entry(actor: Actor, id: string): Promise<Entry> {
	const row = await permittedRow(actor, id, 'hours.read');
	const { portal } = actor;
	const { t, read } = portal.store;
	const events = await read
		.select()
		.from(t.hourEvents)
		.where(eq(t.hourEvents.entryId, id))
		.orderBy(asc(t.hourEvents.number));
	const approved = await proposals.stillApproved(portal, [row.proposalId]);
	const { gemeentecode } = await people.find(actor, row.personId);
	const kept = proofsKeptThrough(portal.tenant, gemeentecode, row);
	const photos = await proofs.ofEntries(portal, [id]);
	return { ...viewOf(portal, row, events, photos, approved.size > 0), proofsKeptThroughOn: kept };
}

/** How staff call an entry when they speak of it: its number, whose, and of which day. */
export async function nameOf(
	actor: Actor,
	id: string,
): Promise<{ readonly receiptNumber: string; readonly name: string; readonly doneOn: Day }> {
	const { personId, doneOn, receiptNumber } = await permittedRow(actor, id, 'hours.read');
	const { givenName, familyName } = await people.find(actor, personId);
	return { receiptNumber, name: `${givenName} ${familyName}`, doneOn: day(doneOn) };
}

/** The entry as it is kept, when the actor may do this with its person. */
export async function permittedRow(actor: Actor, id: string, action: Action): Promise<EntryRow> {
	const row = await findRow(actor.portal, id);
	if (!row) throw new NotFound();
	permitted(actor, action, await people.find(actor, row.personId));
	return row;
}

/** The entry as it is kept, or null. Says nothing about who may see it. */
export async function findRow(portal: Portal, id: string): Promise<EntryRow | null> {
	const { t, read } = portal.store;
	const [row] = await read.select().from(t.hourEntries).where(eq(t.hourEntries.id, id));
	return row ?? null;
}

/** The history of several entries, by entry. */
export async function eventsOf(
	portal: Portal,
	ids: readonly string[],
): Promise<ReadonlyMap<string, readonly HourEvent[]>> {
	if (ids.length === 0) return new Map();
	const { t, read } = portal.store;
	const rows = await read
		.select()
		.from(t.hourEvents)
		.where(inArray(t.hourEvents.entryId, [...ids]))
		.orderBy(asc(t.hourEvents.number));
	const grouped = Map.groupBy(rows, ({ entryId }) => entryId);
	return new Map([...grouped].map(([id, some]) => [id, some.map((row) => eventOf(portal, row))]));
}

function viewOf(
	portal: Portal,
	row: EntryRow,
	events: readonly EventRow[],
	photos: readonly proofs.Proof[],
	isApproved: boolean,
): Omit<Entry, 'proofsKeptThroughOn'> {
	const { noteSealed, contentHash: _hash, changedAt: _changed, proposalId, ...rest } = row;
	return {
		...rest,
		doneOn: day(row.doneOn),
		checks: row.checks ?? [],
		note: openNote(portal, 'hour_entries', row.id, noteSealed),
		events: events.map((event) => eventOf(portal, event)),
		proofs: photos,
		approvedProposalId: isApproved ? proposalId : null,
	};
}

function eventOf(portal: Portal, row: EventRow): HourEvent {
	const { id, number, kind, minutes, reason, noteSealed, undoes, at, actor: by } = row;
	const note = openNote(portal, 'hour_events', id, noteSealed);
	return { number, kind, minutes, reason: reasonOf(reason), note, undoes, at, by };
}
