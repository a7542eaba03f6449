import { and, eq } from 'drizzle-orm';
import { type Day, isBefore, isDay } from '#lib/law/day.ts';
import type { Staff, System } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db, Log } from '../db/store.ts';
import {
	done,
	NotFound,
	type Outcome,
	type ProblemKey,
	type Problems,
	refused,
} from '../errors.ts';
import { lastAttendance } from './attendance-rows.ts';
import type { ChangeReason } from './kinds.ts';
import { type ItemRow, type Occurrence, occurrenceOf, readKey } from './occurrences.ts';
import { itemToPlan } from './planning.ts';
import { exceptionsOf } from './rows.ts';
import * as tell from './tell.ts';
import { isTime } from './wall-clock.ts';

/** How one occurrence differs from its series. */
export interface Change {
	readonly isCancelled: boolean;
	readonly on: Day;
	readonly at: string;
	readonly minutes: number;
	readonly place: string | null;
	readonly address: string | null;
	readonly withWhom: string | null;
	readonly reason: ChangeReason;
}

/** What a page was made from. */
export type SeenOccurrence = Pick<Occurrence, 'revision' | 'exceptionRevision'>;

/**
 * Moves one occurrence, gives it another place or person, or calls it off; its key stays. Gives the occurrence as it
 * is now. Refused for a new day that has passed, for another time or calling off where it is written down that somebody
 * was there, and with `changedMeanwhile` when it was changed after the page was made. What is already so is not written
 * twice.
 */
export async function change(
	actor: Staff | System,
	key: string,
	seen: SeenOccurrence,
	to: Change,
	moment: Moment,
): Promise<Outcome<Occurrence>> {
	const parts = readKey(key);
	if (!parts || !isDay(parts.on)) throw new NotFound();
	const { itemId, on } = parts;
	const item = await itemToPlan(actor, itemId);
	const { store } = actor.portal;
	const before = occurrenceOf(item, await exceptionsOf(store.t, store.read, [item]), on);
	if (!before) throw new NotFound();
	if (isSame(before, to)) return done(before);
	const problems = wrong(to, moment);
	if (problems) return refused(problems);
	return store.write(moment.now, async (tx, log) => {
		if (isElsewhen(before, to) && (await wasAttended(store.t, tx, before))) {
			log({ actor: actor.id, action: 'agenda.refuse', subject: key });
			return refused({ form: 'agendaAttended' });
		}
		const changed = await write(actor, tx, log, item, before, to, moment.now, seen);
		if (changed.ok) await tell.changed(tx, store.t, before, changed.value, moment.now);
		return changed;
	});
}

/**
 * Writes a change with its audit line, in a transaction of the caller, who has checked it and tells the people
 * concerned.
 */
export async function write(
	actor: Staff | System,
	tx: Db,
	log: Log,
	item: ItemRow,
	{ key, occurrenceOn }: Occurrence,
	to: Change,
	now: number,
	seen: SeenOccurrence,
): Promise<Outcome<Occurrence>> {
	const { agendaExceptions: e, agendaItems: i } = actor.portal.store.t;
	const whose = item.personId === null ? {} : { personId: item.personId };
	const about = { actor: actor.id, subject: key, ...whose };
	const { at: startsAt, on: startsOn, ...rest } = to;
	const here = { itemId: item.id, occurrenceOn };
	const revision = seen.exceptionRevision + 1;
	const by = { changedBy: actor.id, changedAt: now };
	const row = { ...rest, startsOn, startsAt, ...here, revision, ...by };
	const [current] = await tx
		.update(i)
		.set({ changedAt: now })
		.where(and(eq(i.id, item.id), eq(i.revision, seen.revision)))
		.returning();
	const known = and(
		eq(e.itemId, item.id),
		eq(e.occurrenceOn, occurrenceOn),
		eq(e.revision, seen.exceptionRevision),
	);
	const written = !current
		? []
		: seen.exceptionRevision === 0
			? await tx.insert(e).values(row).onConflictDoNothing().returning()
			: await tx.update(e).set(row).where(known).returning();
	const changed = current && occurrenceOf(current, written, occurrenceOn);
	if (!changed || written.length === 0) {
		log({ ...about, action: 'agenda.late' });
		return refused({ form: 'changedMeanwhile' });
	}
	const action = to.isCancelled ? 'agenda.cancelOne' : 'agenda.change';
	log({ ...about, action, detail: { reason: to.reason } });
	return done(changed);
}

/** Whether a change would change nothing. */
export function isSame(before: Occurrence, to: Change): boolean {
	return (
		before.isCancelled === to.isCancelled &&
		before.on === to.on &&
		before.at === to.at &&
		before.minutes === to.minutes &&
		before.place === to.place &&
		before.address === to.address &&
		before.withWhom === to.withWhom
	);
}

function isElsewhen(before: Occurrence, to: Change): boolean {
	return to.isCancelled || before.on !== to.on || before.at !== to.at;
}

async function wasAttended(t: Schema, tx: Db, occurrence: Occurrence): Promise<boolean> {
	const last = [...(await lastAttendance(t, tx, occurrence)).values()];
	return last.some(({ presence }) => presence === 'present');
}

function wrong({ at, isCancelled, minutes, on }: Change, { today }: Moment): Problems | null {
	const found: Record<string, ProblemKey | null> = {
		on: !isCancelled && isBefore(on, today) ? 'dayInPast' : null,
		at: isTime(at) ? null : 'notATime',
		minutes: minutes < 5 ? 'tooFew' : minutes > 24 * 60 ? 'tooMany' : null,
	};
	const pairs = Object.entries(found).filter(
		(pair): pair is [string, ProblemKey] => pair[1] !== null,
	);
	return pairs.length > 0 ? Object.fromEntries(pairs) : null;
}
