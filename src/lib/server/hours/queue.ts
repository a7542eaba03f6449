import { and, asc, count, eq, inArray } from 'drizzle-orm';
import { day, type Day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import * as proofs from '../proofs/proofs.ts';
import { inCaseload } from './caseload.ts';
import type { Check } from './checks.ts';
import { eventsOf, type HourEvent } from './entry.ts';
import { type Flag, flagsOf, sameDayOf } from './flags.ts';
import type { EntryRow } from './ledger.ts';
import { openNote } from './note.ts';
import type { HourState } from './states.ts';

export type { Flag } from './flags.ts';

/** An entry that waits for a decision, with what one needs to take it. */
export interface QueueRow {
	readonly id: string;
	readonly personId: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly receiptNumber: string;
	readonly activity: string;
	readonly organisation: string;
	readonly doneOn: Day;
	readonly minutes: number;
	readonly dutchSpoken: boolean;
	readonly together: boolean;
	readonly note: string | null;
	readonly receivedAt: number;
	readonly events: readonly HourEvent[];
	readonly proofIds: readonly string[];
	/** What deserves a second look; an entry without can be confirmed together with others. */
	readonly flags: readonly Flag[];
	/** What the person was asked before sending, and sent anyway. */
	readonly checks: readonly Check[];
}

/** An entry in which a question waits for the person. */
export interface AskedRow {
	readonly id: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly askedAt: number;
}

export interface Queue {
	/** How many wait for a decision; `rows` are the first of them, longest waiting first. */
	readonly toDecide: number;
	/** How many wait for an answer of the person. */
	readonly asked: number;
	readonly rows: readonly QueueRow[];
	/** The first of those that were asked, longest ago first. */
	readonly askedRows: readonly AskedRow[];
}

const shown = 50;

/** The declarations that wait in the actor's caseload; for a team leader in the gemeenten of the team. */
export async function queue(actor: Staff): Promise<Queue> {
	const { portal } = actor;
	const { hourEntries, people } = portal.store.t;
	const found = await portal.store.read
		.select({ entry: hourEntries, givenName: people.givenName, familyName: people.familyName })
		.from(hourEntries)
		.innerJoin(people, eq(people.id, hourEntries.personId))
		.where(and(eq(hourEntries.state, 'received'), inCaseload(actor)))
		.orderBy(asc(hourEntries.receivedAt), asc(hourEntries.id))
		.limit(shown);
	const entries = found.map(({ entry }) => entry);
	const ids = entries.map(({ id }) => id);
	const [counts, askedRows, events, photos, sameDay] = await Promise.all([
		countsOf(actor),
		askedRowsOf(actor),
		eventsOf(portal, ids),
		proofs.ofEntries(portal, ids),
		sameDayOf(portal, entries),
	]);
	const photosOf = Map.groupBy(photos, ({ entryId }) => entryId);
	const rows = found.map(({ entry, givenName, familyName }): QueueRow => {
		const proofIds = (photosOf.get(entry.id) ?? []).map(({ id }) => id);
		const history = events.get(entry.id) ?? [];
		const flags = flagsOf(portal, entry, proofIds.length, sameDay);
		const note = openNote(portal, 'hour_entries', entry.id, entry.noteSealed);
		return { ...plain(entry), givenName, familyName, note, events: history, proofIds, flags };
	});
	return { ...counts, rows, askedRows };
}

async function askedRowsOf(actor: Staff): Promise<AskedRow[]> {
	const { hourEntries, people } = actor.portal.store.t;
	const { givenName, familyName } = people;
	return actor.portal.store.read
		.select({ id: hourEntries.id, givenName, familyName, askedAt: hourEntries.changedAt })
		.from(hourEntries)
		.innerJoin(people, eq(people.id, hourEntries.personId))
		.where(and(eq(hourEntries.state, 'asked'), inCaseload(actor)))
		.orderBy(asc(hourEntries.changedAt), asc(hourEntries.id))
		.limit(shown);
}

function plain(entry: EntryRow) {
	const { id, personId, receiptNumber, activity, organisation, dutchSpoken, together } = entry;
	const { receivedAt, declaredMinutes: minutes } = entry;
	const doneOn = day(entry.doneOn);
	const checks = entry.checks ?? [];
	const what = { activity, organisation, dutchSpoken, together, doneOn, minutes, checks };
	return { id, personId, receiptNumber, receivedAt, ...what };
}

async function countsOf(actor: Staff): Promise<{ toDecide: number; asked: number }> {
	const { hourEntries, people } = actor.portal.store.t;
	const open: HourState[] = ['received', 'asked'];
	const rows = await actor.portal.store.read
		.select({ state: hourEntries.state, entries: count() })
		.from(hourEntries)
		.innerJoin(people, eq(people.id, hourEntries.personId))
		.where(and(inArray(hourEntries.state, open), inCaseload(actor)))
		.groupBy(hourEntries.state);
	const of = (state: HourState) => rows.find((row) => row.state === state)?.entries ?? 0;
	return { toDecide: of('received'), asked: of('asked') };
}
