import { and, asc, desc, eq, gt, gte, inArray, lt, or, sql } from 'drizzle-orm';
import { day, type Day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { inCaseload } from './caseload.ts';
import { findRow } from './entry.ts';
import { decisionKinds, type HourEventKind } from './states.ts';
import { type LineRef, undoing } from './undo.ts';

/** The entries that wait around one, which itself may wait no longer: the longest waiting are before. */
export interface Around {
	readonly previous: string | null;
	readonly next: string | null;
}

/** A decision of the actor that can still be undone. */
export interface JustDecided extends LineRef {
	readonly kind: HourEventKind;
	readonly name: string;
	readonly doneOn: Day;
	/** How many minutes count since. */
	readonly minutes: number;
}

/** Decisions that were taken together, and how long undoing them is offered, in milliseconds. */
export interface Undoable {
	readonly at: number;
	readonly leftMs: number;
	readonly lines: readonly JustDecided[];
}

/** Which entries of the actor's queue stand beside this one. The caller may read the entry. */
export async function around(actor: Staff, entryId: string): Promise<Around> {
	const { portal } = actor;
	const row = await findRow(portal, entryId);
	if (!row) return { previous: null, next: null };
	const { id, receivedAt } = portal.store.t.hourEntries;
	const at = row.receivedAt;
	const [previous, next] = await Promise.all([
		first(or(lt(receivedAt, at), and(eq(receivedAt, at), lt(id, entryId))), desc),
		first(or(gt(receivedAt, at), and(eq(receivedAt, at), gt(id, entryId))), asc),
	]);
	return { previous, next };

	async function first(side: ReturnType<typeof or>, order: typeof asc): Promise<string | null> {
		const { hourEntries, people } = portal.store.t;
		const [found] = await portal.store.read
			.select({ id })
			.from(hourEntries)
			.innerJoin(people, eq(people.id, hourEntries.personId))
			.where(and(eq(hourEntries.state, 'received'), side, inCaseload(actor)))
			.orderBy(order(receivedAt), order(id))
			.limit(1);
		return found?.id ?? null;
	}
}

/** What the actor decided in the last ten seconds and nothing happened to since, the newest first. */
export async function justDecided(actor: Staff, moment: Moment): Promise<Undoable[]> {
	const { hourEvents, hourEntries, people } = actor.portal.store.t;
	const { entryId, number, kind, minutes, at } = hourEvents;
	const { givenName, familyName } = people;
	const isLast = sql`${number} = (select max(later.number) from hour_events later where later.entry_id = ${entryId})`;
	const rows = await actor.portal.store.read
		.select({ entryId, number, kind, minutes, at, givenName, familyName, on: hourEntries.doneOn })
		.from(hourEvents)
		.innerJoin(hourEntries, eq(hourEntries.id, entryId))
		.innerJoin(people, eq(people.id, hourEvents.personId))
		.where(
			and(
				eq(hourEvents.actor, actor.id),
				gte(at, moment.now - undoing.offered),
				inArray(kind, [...decisionKinds]),
				isLast,
				inCaseload(actor),
			),
		)
		.orderBy(desc(at), asc(entryId));
	const together = [...Map.groupBy(rows, (row) => row.at)];
	return together.map(([at, some]): Undoable => ({
		at,
		leftMs: at + undoing.offered - moment.now,
		lines: some.map(({ on, at: _at, givenName, familyName, ...line }): JustDecided => ({
			...line,
			name: `${givenName} ${familyName}`,
			doneOn: day(on),
		})),
	}));
}
