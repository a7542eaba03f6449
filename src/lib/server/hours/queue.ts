import { and, asc, count, eq, inArray } from 'drizzle-orm';
import { day, type Day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import type * as hosts from '../hosts/hosts.ts';
import * as proofs from '../proofs/proofs.ts';
import { inCaseload } from './caseload.ts';
import type { Check } from './checks.ts';
import { eventsOf, type HourEvent } from './entry.ts';
import type { Flag } from './flags.ts';
import type { EntryRow } from './ledger.ts';
import { openNote } from './note.ts';
import { raised } from './raised.ts';
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
	/** The proofs that can be looked at. */
	readonly proofsShown: readonly proofs.Shown[];
	/** How every proof stands, those that cannot be looked at included. */
	readonly proofs: readonly proofs.Standing[];
	/** What deserves a second look; an entry without can be confirmed together with others. */
	readonly flags: readonly Flag[];
	/** What the person was asked before sending, and sent anyway. */
	readonly checks: readonly Check[];
	/** The proposal that was approved beforehand, to which this belongs. */
	readonly approvedProposalId: string | null;
	/** What the organisation where it was said about it. */
	readonly hostAnswers: readonly hosts.HostAnswer[];
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

/** How much waits, without what: for a page that only leads there. */
export interface Waiting {
	readonly toDecide: number;
	readonly asked: number;
	/** When the one that waits longest for a decision was received. */
	readonly longestAt: number | null;
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
	const [counts, askedRows, events, of] = await Promise.all([
		countsOf(actor),
		askedRowsOf(actor),
		eventsOf(portal, ids),
		raised(portal, entries),
	]);
	const rows = found.map(({ entry, givenName, familyName }): QueueRow => {
		const { proofs: own, answers: hostAnswers, approvedProposalId, flags } = of(entry);
		const proofsShown = own.filter(proofs.isShown).map(proofs.shownOf);
		const standings = own.map(proofs.standingOf);
		const history = events.get(entry.id) ?? [];
		const note = openNote(portal, 'hour_entries', entry.id, entry.noteSealed);
		const told = { note, events: history, flags, approvedProposalId, hostAnswers };
		const shown = { proofsShown, proofs: standings };
		return { ...plain(entry), givenName, familyName, ...told, ...shown };
	});
	return { ...counts, rows, askedRows };
}

/** How many declarations wait in the actor's caseload, and since when. */
export async function waiting(actor: Staff): Promise<Waiting> {
	const { hourEntries, people } = actor.portal.store.t;
	const { toDecide, asked } = await countsOf(actor);
	const [first] = await actor.portal.store.read
		.select({ at: hourEntries.receivedAt })
		.from(hourEntries)
		.innerJoin(people, eq(people.id, hourEntries.personId))
		.where(and(eq(hourEntries.state, 'received'), inCaseload(actor)))
		.orderBy(asc(hourEntries.receivedAt))
		.limit(1);
	return { toDecide, asked, longestAt: first?.at ?? null };
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
