import { and, eq, gte, lt, or } from 'drizzle-orm';
import { type Day, day, dayAfter, isBefore, isDay, laterOf } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { type ItemRow, occurrenceOf, patternOf, readKey } from './occurrences.ts';
import { add, itemToPlan, ownerOf, type Planned, rowOf, wrong } from './planning.ts';
import { daysOf, firstDay } from './recurrence.ts';
import { exceptionsOf } from './rows.ts';
import { seriesMoved } from './tell.ts';
import { instantOf, wallOf } from './wall-clock.ts';

/**
 * Lets a series go on differently from one occurrence on: the old series ends before it, and a new one begins. What was
 * said about coming was said of the old one, so it is asked again. What had moved to before the end stays with the old
 * series; its day, and each day that was called off, stays off in the new one. Gives the id of the new item. Refused
 * for a first day before the old series ends, and with `changedMeanwhile`; not found for what has begun.
 */
export async function changeFrom(
	actor: Staff,
	key: string,
	seen: number,
	planned: Planned,
	moment: Moment,
): Promise<Outcome<string>> {
	const series = await seriesAt(actor, key, seen, moment);
	if (!series) return refused({ form: 'changedMeanwhile' });
	const { item, on } = series;
	const first = planned.rule === null ? planned.on : firstDay(planned.rule, planned.on);
	const problems = wrong(planned, first, moment.today);
	if (problems || first === null) return refused(problems ?? { form: 'ruleWithoutDay' });
	if (isBefore(planned.on, on)) return refused({ on: 'beforeOldSeriesEnds' });
	const { cohortId, personId } = item;
	const owner = await ownerOf(
		actor,
		cohortId === null ? { personId: personId ?? '' } : { cohortId },
	);
	const row = { ...rowOf(actor, owner, planned, first, moment.now), ...offFrom(item) };
	const { store } = actor.portal;
	return store.write(moment.now, async (tx, log) => {
		const { agendaItems: t } = store.t;
		const about = { actor: actor.id, subject: item.id, ...(personId === null ? {} : { personId }) };
		const [ended] = await tx
			.update(t)
			.set({ until: on, revision: seen + 1, changedAt: moment.now })
			.where(and(eq(t.id, item.id), eq(t.revision, seen)))
			.returning();
		if (!ended) {
			log({ ...about, action: 'agenda.late' });
			return refused({ form: 'changedMeanwhile' });
		}
		await add(actor, tx, log, row);
		await staysOff(store.t, tx, item, row, on);
		await seriesMoved(tx, store.t, row, moment.now);
		log({ ...about, action: 'agenda.changeFrom', detail: { until: on, next: row.id } });
		return done(row.id);
	});
}

/** What is off from some day on stays off, also when it would now begin at an earlier time of that day. */
function offFrom({ cancelReason, cancelledAt }: ItemRow) {
	const from = cancelledAt === null ? null : instantOf(wallOf(cancelledAt).on, '00:00');
	return { cancelledAt: from, cancelReason };
}

/**
 * A series that the actor may plan, with the day on which it ends: nothing on or after it has begun. Null for one that is
 * no longer what was seen: what a colleague ended is not there, and yet not gone without a word.
 */
async function seriesAt(actor: Staff, key: string, seen: number, { now }: Moment) {
	const parts = readKey(key);
	if (!parts || !isDay(parts.on)) throw new NotFound();
	const item = await itemToPlan(actor, parts.itemId);
	if (item.revision !== seen) return null;
	const { read, t } = actor.portal.store;
	const exceptions = await exceptionsOf(t, read, [item]);
	const found = occurrenceOf(item, exceptions, day(parts.on));
	if (!found || item.rule === null || found.startsAt <= now) throw new NotFound();
	const on = laterOf(found.occurrenceOn, found.on);
	const there = occurrenceOf(item, exceptions, on);
	return { item, on: there && there.startsAt <= now ? dayAfter(on) : on };
}

async function staysOff(t: Schema, tx: Db, old: ItemRow, row: ItemRow, from: Day) {
	const { agendaExceptions: e } = t;
	const isGone = or(eq(e.isCancelled, true), lt(e.startsOn, from));
	const later = and(eq(e.itemId, old.id), isGone, gte(e.occurrenceOn, from));
	const off = await tx.select().from(e).where(later);
	const days = new Set<string>(daysOf(patternOf(row), { from, until: day(row.until) }));
	const kept = off.filter(({ occurrenceOn }) => days.has(occurrenceOn));
	if (kept.length === 0) return;
	const { minutes, startsAt } = row;
	const copies = kept.map((one) => {
		const off = { ...one, itemId: row.id, isCancelled: true, revision: 1 };
		return { ...off, startsOn: one.occurrenceOn, startsAt, minutes };
	});
	await tx.insert(e).values(copies);
}
