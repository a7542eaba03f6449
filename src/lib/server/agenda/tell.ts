import { addYears, day, laterOf } from '#lib/law/day.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import * as notices from '../notices/notices.ts';
import { talkKinds } from './kinds.ts';
import { type ItemRow, type Occurrence, occurrencesOf } from './occurrences.ts';
import { belongs, exceptionsOf, type Membership, membersOf } from './rows.ts';
import { wallOf } from './wall-clock.ts';

type Kind = 'agendaNew' | 'agendaMoved' | 'agendaCancelled' | 'talkPlanned';

/**
 * Tells everybody concerned, in the transaction of the change, that something was planned: one notice for each person,
 * also for a series. Nobody is told of what has begun already.
 */
export async function planned(tx: Db, t: Schema, item: ItemRow, now: number) {
	const isTalk = item.personId !== null && talkKinds.some((kind) => kind === item.kind);
	const kind = isTalk ? 'talkPlanned' : 'agendaNew';
	await aboutSeries(tx, t, kind, item, `agenda:${item.id}:new`, now);
}

/** Tells that a series goes on differently from its first day on; `item` is the new part. */
export async function seriesMoved(tx: Db, t: Schema, item: ItemRow, now: number) {
	await aboutSeries(tx, t, 'agendaMoved', item, `agenda:${item.id}:instead`, now);
}

/** Tells that a series is off from an instant on; `before` is the row as it was. */
export async function seriesOff(tx: Db, t: Schema, before: ItemRow, from: number, now: number) {
	const fact = `agenda:${before.id}:off:${before.revision + 1}`;
	await aboutSeries(tx, t, 'agendaCancelled', before, fact, now, from);
}

/**
 * Tells that one occurrence changed: that it is off, that it goes on after all, or that its time or place is another.
 * In a cohort those who belong to it on the old day or on the new one.
 */
export async function changed(tx: Db, t: Schema, before: Occurrence, to: Occurrence, now: number) {
	const kind = kindOf(before, to);
	if (kind === null) return;
	const days = [before.on, to.on];
	const who = await concerned(tx, t, before, (one) => days.some((on) => belongs(one, on)));
	const shown = kind === 'agendaCancelled' ? before : to;
	const fact = `agenda:${to.key}:${to.revision}.${to.exceptionRevision}`;
	const expiresAt = Math.max(before.startsAt, to.startsAt);
	await tell(tx, t, who, { kind, fact, shown, expiresAt, now });
}

function kindOf(before: Occurrence, to: Occurrence): Kind | null {
	if (to.isCancelled) return before.isCancelled ? null : 'agendaCancelled';
	if (before.isCancelled) return 'agendaNew';
	const isSame = (['startsAt', 'minutes', 'place', 'address'] as const).every(
		(field) => before[field] === to[field],
	);
	return isSame ? null : 'agendaMoved';
}

async function aboutSeries(
	tx: Db,
	t: Schema,
	kind: Kind,
	item: ItemRow,
	fact: string,
	now: number,
	from = now,
) {
	const first = wallOf(from).on;
	// Moved occurrences may stand beyond the end of their series.
	const window = { from: first, until: addYears(laterOf(day(item.until), first), 1) };
	const all = occurrencesOf([item], await exceptionsOf(t, tx, [item]), window);
	const [shown] = all.filter(
		({ isCancelled, startsAt }) => !isCancelled && startsAt >= from && startsAt > now,
	);
	if (!shown) return;
	const who = await concerned(tx, t, item, ({ until }) => until === null || until > shown.on);
	await tell(tx, t, who, { kind, fact, shown, expiresAt: shown.startsAt, now });
}

/** Whose it is: the person, or the members of the cohort that fit. */
async function concerned(
	tx: Db,
	t: Schema,
	{ cohortId, personId }: Pick<ItemRow, 'cohortId' | 'personId'>,
	fits: (membership: Membership) => boolean,
): Promise<string[]> {
	if (personId !== null) return [personId];
	const members = cohortId === null ? [] : await membersOf(t, tx, [cohortId]);
	return [...new Set(members.filter(fits).map((one) => one.personId))];
}

interface Telling {
	readonly kind: Kind;
	readonly fact: string;
	readonly shown: Occurrence;
	readonly expiresAt: number;
	readonly now: number;
}

async function tell(tx: Db, t: Schema, who: readonly string[], telling: Telling) {
	const { expiresAt, fact, kind, now, shown } = telling;
	if (expiresAt <= now) return;
	const same = { kind, subject: shown.key, at: now, expiresAt };
	const slots = { day: shown.on, time: shown.at };
	const all = who.map((personId) => ({ ...same, personId, slots, fact: `${fact}:${personId}` }));
	await notices.addAll(tx, t, all);
}
