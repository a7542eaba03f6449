import { isDeepStrictEqual } from 'node:util';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { addYears, type Day, dayAfter, dayBefore, isBefore, isOnOrAfter } from '#lib/law/day.ts';
import { type Actor, permitted, type Staff, type System } from '../access/access.ts';
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
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import type { ActivityId } from '../tenants/activities.ts';
import { led } from './cohorts.ts';
import type { AgendaKind, Bringable, ChangeReason, InterpreterState } from './kinds.ts';
import type { ItemRow } from './occurrences.ts';
import { firstDay } from './recurrence.ts';
import * as tell from './tell.ts';
import { isTime } from './wall-clock.ts';

/** For whom something is planned: one person, or a cohort. */
export type ForWhom = { readonly personId: string } | { readonly cohortId: string };

/** What is planned; `until` is exclusive, and null for what happens once. */
export interface Planned {
	readonly kind: AgendaKind;
	/** Of an `activity`: as what the hours of who was there are counted. */
	readonly activity?: ActivityId | null;
	readonly subject: string | null;
	readonly on: Day;
	/** HH:MM on the clock of the Netherlands. */
	readonly at: string;
	readonly minutes: number;
	/** As `readRule` gives it; null for what happens once. */
	readonly rule: string | null;
	readonly until: Day | null;
	readonly place: string | null;
	readonly address: string | null;
	readonly withWhom: string | null;
	readonly interpreter: InterpreterState;
	readonly interpreterLanguage: string | null;
	readonly bring: readonly Bringable[];
}

/**
 * Plans something for a person or a cohort and gives the id of the item. Exactly the same again within ten minutes is
 * the second of two taps and plans nothing. Refused for a day that has passed, for a series without a day, and for more
 * than three years. Not found for who is not in the caseload, and for a cohort that the actor does not lead.
 */
export async function plan(
	actor: Staff | System,
	forWhom: ForWhom,
	planned: Planned,
	moment: Moment,
): Promise<Outcome<string>> {
	const owner = await ownerOf(actor, forWhom);
	const first = planned.rule === null ? planned.on : firstDay(planned.rule, planned.on);
	const problems = wrong(planned, first, moment.today);
	if (problems || first === null) return refused(problems ?? { form: 'ruleWithoutDay' });
	const row = rowOf(actor, owner, planned, first, moment.now);
	const { store } = actor.portal;
	return store.write(moment.now, async (tx, log) => {
		await takeTurn(store.t, tx, row);
		const known = await tappedBefore(store.t, tx, row);
		if (known) {
			const whose = row.personId === null ? {} : { personId: row.personId };
			log({ actor: actor.id, action: 'agenda.plan.again', subject: known.id, ...whose });
			return done(known.id);
		}
		await add(actor, tx, log, row);
		await tell.planned(tx, store.t, row, moment.now);
		return done(row.id);
	});
}

/** Two who plan for the same person or cohort at once take turns here. */
async function takeTurn(t: Schema, tx: Db, row: ItemRow) {
	if (row.personId !== null) return people.takeTurn(t, tx, row.personId);
	const { agendaCohorts: c } = t;
	const turn = { name: sql`${c.name}` };
	await tx
		.update(c)
		.set(turn)
		.where(eq(c.id, row.cohortId ?? ''));
}

const tapLong = 10 * 60_000;

async function tappedBefore({ agendaItems: t }: Schema, tx: Db, row: ItemRow) {
	const byThem = and(eq(t.createdBy, row.createdBy), gt(t.createdAt, row.createdAt - tapLong));
	const then = and(
		eq(t.startsOn, row.startsOn),
		eq(t.startsAt, row.startsAt),
		isNull(t.cancelledAt),
	);
	const recent = await tx.select().from(t).where(and(byThem, then));
	const { changedAt: _changed, createdAt: _created, id: _id, ...what } = row;
	return recent.find((one) => isDeepStrictEqual({ ...one, ...what }, one));
}

/**
 * Plans what happens once for one person, and gives its id. The same kind of thing at the same time is the same thing,
 * so that the second of two taps plans no other. Refused and not found as by `plan`.
 */
export async function planOnce(
	actor: Staff | System,
	personId: string,
	what: Omit<Planned, 'rule' | 'until'>,
	moment: Moment,
): Promise<Outcome<string>> {
	const owner = await ownerOf(actor, { personId });
	const planned = { ...what, rule: null, until: null };
	const problems = wrong(planned, planned.on, moment.today);
	if (problems) return refused(problems);
	const row = rowOf(actor, owner, planned, planned.on, moment.now);
	const { store } = actor.portal;
	const { agendaItems: t } = store.t;
	return store.write(moment.now, async (tx, log) => {
		await people.takeTurn(store.t, tx, personId);
		const then = and(eq(t.startsOn, planned.on), eq(t.startsAt, planned.at), isNull(t.cancelledAt));
		const [known] = await tx
			.select({ id: t.id })
			.from(t)
			.where(and(eq(t.personId, personId), eq(t.kind, planned.kind), isNull(t.rule), then));
		if (known) {
			log({ actor: actor.id, action: 'agenda.plan.again', subject: known.id, personId });
			return done(known.id);
		}
		await add(actor, tx, log, row);
		await tell.planned(tx, store.t, row, moment.now);
		return done(row.id);
	});
}

/** Adds an item with its audit line, in a transaction of the caller, who also tells the people concerned. */
export async function add(actor: Actor, tx: Db, log: Log, row: ItemRow) {
	await tx.insert(actor.portal.store.t.agendaItems).values(row);
	const whose = row.personId === null ? {} : { personId: row.personId };
	const detail = { kind: row.kind, isSeries: row.rule !== null };
	log({ actor: actor.id, action: 'agenda.plan', subject: row.id, ...whose, detail });
}

/** The row of a planned item, as it is written. */
export function rowOf(
	actor: Actor,
	owner: Pick<ItemRow, 'gemeentecode' | 'personId' | 'cohortId'>,
	planned: Planned,
	startsOn: Day,
	now: number,
): ItemRow {
	const { activity = null, at, on: _on, until, ...rest } = planned;
	return {
		...rest,
		...owner,
		activity,
		id: newId(),
		startsOn,
		startsAt: at,
		until: planned.rule === null || until === null ? dayAfter(startsOn) : until,
		source: 'staff',
		sourceKey: null,
		revision: 0,
		cancelledAt: null,
		cancelReason: null,
		createdBy: actor.id,
		createdAt: now,
		changedAt: now,
	};
}

/**
 * Ends an item: what has not begun yet, or what begins at `from` or later, is off and stays visible as off. Refused
 * with `changedMeanwhile` when somebody else changed it after the page was made.
 */
export async function cancel(
	actor: Staff | System,
	itemId: string,
	seen: number,
	reason: ChangeReason,
	moment: Moment,
	from = moment.now,
): Promise<Outcome<ItemRow>> {
	const { store } = actor.portal;
	const before = await itemToPlan(actor, itemId);
	const cancelledAt = Math.max(from, moment.now);
	return store.write(moment.now, async (tx, log) => {
		const { agendaItems: t } = store.t;
		const set = {
			cancelledAt,
			cancelReason: reason,
			revision: seen + 1,
			changedAt: moment.now,
		};
		const [changed] = await tx
			.update(t)
			.set(set)
			.where(and(eq(t.id, itemId), eq(t.revision, seen)))
			.returning();
		if (changed) await tell.seriesOff(tx, store.t, before, cancelledAt, moment.now);
		const whose = changed?.personId ? { personId: changed.personId } : {};
		const action = changed ? 'agenda.cancel' : 'agenda.late';
		log({ actor: actor.id, action, subject: itemId, ...whose, detail: { reason } });
		return changed ? done(changed) : refused({ form: 'changedMeanwhile' });
	});
}

/** The item, when the actor may plan it: of somebody in the caseload, or of a cohort that the actor leads. */
export async function itemToPlan(actor: Staff | System, itemId: string): Promise<ItemRow> {
	const { read, t } = actor.portal.store;
	const [item] = await read.select().from(t.agendaItems).where(eq(t.agendaItems.id, itemId));
	if (!item) throw new NotFound();
	const { cohortId, personId } = item;
	await ownerOf(actor, cohortId === null ? { personId: personId ?? '' } : { cohortId });
	return item;
}

/** Whose it is, as it stands in a row; not found when the actor may not plan for them. */
export async function ownerOf(actor: Staff | System, forWhom: ForWhom) {
	if ('personId' in forWhom) {
		const { personId } = forWhom;
		const person = permitted(actor, 'agenda.plan', await people.find(actor, personId));
		return { personId, cohortId: null, gemeentecode: person.gemeentecode };
	}
	const { gemeentecode, id: cohortId } = await led(actor, forWhom.cohortId);
	return { personId: null, cohortId, gemeentecode };
}

/** What is wrong with a plan, field by field; null when nothing is. */
export function wrong(planned: Planned, first: Day | null, today: Day): Problems | null {
	const { at, interpreter, interpreterLanguage, minutes, on, rule, until } = planned;
	const last = until === null ? null : dayBefore(until);
	const found: Record<string, ProblemKey | null> = {
		on: isBefore(on, today) ? 'dayInPast' : isFar(on, today) ? 'agendaTooFar' : null,
		at: isTime(at) ? null : 'notATime',
		minutes: minutes < 5 ? 'tooFew' : minutes > 24 * 60 ? 'tooMany' : null,
		until: wrongEnd(rule, on, last, today),
		interpreterLanguage:
			interpreter !== 'none' && interpreterLanguage === null ? 'interpreterLanguageMissing' : null,
		form: first === null || (last && isBefore(last, first)) ? 'ruleWithoutDay' : null,
	};
	const pairs = Object.entries(found).filter(
		(pair): pair is [string, ProblemKey] => pair[1] !== null,
	);
	return pairs.length > 0 ? Object.fromEntries(pairs) : null;
}

function wrongEnd(rule: string | null, on: Day, last: Day | null, today: Day): ProblemKey | null {
	if (rule === null) return null;
	if (last === null) return 'missing';
	if (isBefore(last, on)) return 'endBeforeBegin';
	return isFar(last, today) ? 'agendaTooFar' : null;
}

/** The inburgeringstermijn is three years (W 11(1)): what is planned beyond that is a slip of the hand. */
function isFar(on: Day, today: Day): boolean {
	return isOnOrAfter(on, addYears(today, 3));
}
