import { and, asc, count, eq, isNull, ne, sql } from 'drizzle-orm';
import { day, type Day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import type { Db } from '../db/store.ts';
import type { Portal } from '../portal.ts';
import * as proofs from '../proofs/proofs.ts';
import { inCaseload } from './caseload.ts';
import type { SampleOutcome } from './states.ts';

/** A confirmed entry that was drawn and waits for somebody other than who confirmed it. */
export interface SampleRow {
	/** The line of the ledger that was drawn. */
	readonly eventId: string;
	readonly entryId: string;
	readonly personId: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly activity: string;
	readonly organisation: string;
	readonly doneOn: Day;
	readonly minutes: number;
	readonly dutchSpoken: boolean;
	readonly together: boolean;
	readonly receiptNumber: string;
	readonly proofsShown: readonly proofs.Shown[];
	/** The id of the account that confirmed it. */
	readonly decidedBy: string;
	readonly drawnAt: number;
}

/** What came of everything that was drawn in the actor's caseload. */
export interface SampleStats {
	readonly drawn: number;
	readonly waiting: number;
	readonly inOrder: number;
	readonly takenBack: number;
	/** Drawn, and taken back by somebody before anybody looked. */
	readonly lapsed: number;
}

export interface Samples {
	readonly rows: readonly SampleRow[];
	readonly stats: SampleStats;
}

const shown = 50;

/**
 * What was drawn in the actor's caseload: what waits for the actor, who never looks at an own decision, and what came of
 * all of it. A caseload is of one klantmanager, so that what that one confirmed waits for the team leader.
 */
export async function samples(actor: Staff): Promise<Samples> {
	const [rows, stats] = await Promise.all([rowsOf(actor), statsOf(actor)]);
	return { rows, stats };
}

/** Whether a drawn decision still waits for a look. */
export async function isOpenSample(portal: Portal, tx: Db, eventId: string): Promise<boolean> {
	const { hourSamples, hourEvents, hourSampleLooks } = portal.store.t;
	const rows = await tx
		.select({ eventId: hourSamples.eventId })
		.from(hourSamples)
		.innerJoin(hourEvents, eq(hourEvents.id, hourSamples.eventId))
		.leftJoin(hourSampleLooks, eq(hourSampleLooks.eventId, hourSamples.eventId))
		.where(and(eq(hourSamples.eventId, eventId), isWaiting(portal)));
	return rows.length > 0;
}

async function rowsOf(actor: Staff): Promise<SampleRow[]> {
	const { portal } = actor;
	const { hourSamples, hourSampleLooks, hourEntries, hourEvents, people } = portal.store.t;
	const { givenName, familyName } = people;
	const found = await portal.store.read
		.select({ sample: hourSamples, entry: hourEntries, givenName, familyName })
		.from(hourSamples)
		.innerJoin(hourEvents, eq(hourEvents.id, hourSamples.eventId))
		.innerJoin(hourEntries, eq(hourEntries.id, hourSamples.entryId))
		.innerJoin(people, eq(people.id, hourSamples.personId))
		.leftJoin(hourSampleLooks, eq(hourSampleLooks.eventId, hourSamples.eventId))
		.where(and(isWaiting(portal), ne(hourSamples.decidedBy, actor.id), inCaseload(actor)))
		.orderBy(asc(hourSamples.drawnAt), asc(hourSamples.eventId))
		.limit(shown);
	const ids = found.map(({ entry }) => entry.id);
	const photos = Map.groupBy(await proofs.ofEntries(portal, ids), ({ entryId }) => entryId);
	return found.map(({ sample, entry, givenName, familyName }): SampleRow => {
		const { id: entryId, personId, activity, organisation, dutchSpoken, together } = entry;
		const { receiptNumber, confirmedMinutes: minutes } = entry;
		const { eventId, decidedBy, drawnAt } = sample;
		const own = (photos.get(entryId) ?? []).filter(proofs.isShown);
		const what = { activity, organisation, dutchSpoken, together, receiptNumber, minutes };
		const who = { personId, givenName, familyName };
		const doneOn = day(entry.doneOn);
		return {
			eventId,
			entryId,
			...who,
			...what,
			doneOn,
			proofsShown: own.map(proofs.shownOf),
			decidedBy,
			drawnAt,
		};
	});
}

async function statsOf(actor: Staff): Promise<SampleStats> {
	const { portal } = actor;
	const { hourSamples, hourEvents, hourSampleLooks, people } = portal.store.t;
	const isLast = sql<number>`case when ${lastLine(portal)} then 1 else 0 end`;
	const rows = await portal.store.read
		.select({ outcome: hourSampleLooks.outcome, isLast, samples: count() })
		.from(hourSamples)
		.innerJoin(hourEvents, eq(hourEvents.id, hourSamples.eventId))
		.innerJoin(people, eq(people.id, hourSamples.personId))
		.leftJoin(hourSampleLooks, eq(hourSampleLooks.eventId, hourSamples.eventId))
		.where(inCaseload(actor))
		.groupBy(hourSampleLooks.outcome, isLast);
	const of = (outcome: SampleOutcome | null, last?: boolean) =>
		rows
			.filter((row) => row.outcome === outcome && (last ?? !!row.isLast) === !!row.isLast)
			.reduce((total, row) => total + row.samples, 0);
	const [waiting, lapsed] = [of(null, true), of(null, false)];
	const [inOrder, takenBack] = [of('inOrder'), of('takenBack')];
	return { drawn: waiting + lapsed + inOrder + takenBack, waiting, inOrder, takenBack, lapsed };
}

/** Nobody looked yet, and it still is the last that was said about the entry. */
function isWaiting(portal: Portal) {
	return and(isNull(portal.store.t.hourSampleLooks.eventId), lastLine(portal));
}

function lastLine({ store }: Portal) {
	const { hourEvents } = store.t;
	return sql`${hourEvents.number} = (select max(later.number) from hour_events later where later.entry_id = ${hourEvents.entryId})`;
}
