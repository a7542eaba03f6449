/**
 * "Call me": the wish to be called, in a language and at a part of the day, with one tap from wherever somebody is
 * stuck. Why is not asked. It waits until the call was made; calling in vain keeps it waiting.
 */
import { and, asc, count, eq, isNull, type SQL } from 'drizzle-orm';
import { isOffered, type OfferedLanguage } from '#lib/languages/languages.ts';
import { type Day, day, isBefore } from '#lib/law/day.ts';
import * as absences from '../absences/absences.ts';
import { permitted, type Resident, type Staff } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import { done, type Outcome, refused } from '../errors.ts';
import * as people from '../people/people.ts';
import type { DayPart } from './kinds.ts';

export { type DayPart, dayParts } from './kinds.ts';

/** How somebody wants to be called. */
export interface Wish {
	readonly language: OfferedLanguage;
	readonly dayPart: DayPart;
}

/** The last time that somebody asked to be called; `calledOn` is null as long as that was not done. */
export interface Call extends Wish {
	readonly askedOn: Day;
	/** The last day on which nobody answered, and how often that was. */
	readonly triedOn: Day | null;
	readonly tries: number;
	readonly calledOn: Day | null;
	/** Whether an interpreter has to be called too, for the language of the call. */
	readonly needsInterpreter: boolean;
}

/** Somebody who waits for a call. Why is not said here: nobody has to say it. */
export interface CallWaiting extends Omit<Call, 'calledOn'> {
	readonly personId: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly phone: string | null;
	/** Somebody else may pick up who must not know. */
	readonly safeContact: boolean;
	/** Whether the actor only stands in for the klantmanager of this person. */
	readonly isStandIn: boolean;
}

export interface CallsWaiting {
	readonly total: number;
	readonly rows: readonly CallWaiting[];
}

const shown = 50;

/** "Call me": the place in the list stays that of the first tap; language and part of the day are those of the last. */
export async function ask(actor: Resident, wish: Wish, { now }: Moment): Promise<void> {
	const { id: personId } = permitted(actor, 'call.ask', await people.own(actor));
	const { callWishes: t } = actor.portal.store.t;
	const { dayPart, language } = wish;
	const asked = { dayPart, language, askedAt: now, ...fresh };
	await actor.portal.store.write(now, async (tx, log) => {
		await people.takeTurn(actor.portal.store.t, tx, personId);
		const [known] = await tx.select().from(t).where(waitingOf(actor, personId));
		if (known) {
			await tx.update(t).set({ dayPart, language }).where(waitingOf(actor, personId));
		} else {
			await tx
				.insert(t)
				.values({ personId, ...asked })
				.onConflictDoUpdate({ target: t.personId, set: asked });
		}
		const action = known ? 'call.repeat' : 'call.ask';
		log({ actor: actor.id, action, subject: personId, personId });
	});
}

/** "Never mind": nobody waits for a call any more. */
export async function takeBack(actor: Resident, { now }: Moment): Promise<void> {
	const { id: personId } = permitted(actor, 'call.ask', await people.own(actor));
	const { callWishes: t } = actor.portal.store.t;
	await actor.portal.store.write(now, async (tx, log) => {
		await tx.delete(t).where(waitingOf(actor, personId));
		log({ actor: actor.id, action: 'call.takeBack', subject: personId, personId });
	});
}

/** The person's wish to be called, for the person and for who answers; null where there was none. */
export async function wish(
	actor: Resident | Staff,
	personId: string,
	moment: Moment,
): Promise<Call | null> {
	const person = await absences.find(actor, 'call.read', personId, moment);
	const { t, read } = actor.portal.store;
	const [row] = await read.select().from(t.callWishes).where(eq(t.callWishes.personId, personId));
	if (!row) return null;
	return { ...callOf(row, person), calledOn: row.calledOn === null ? null : day(row.calledOn) };
}

/** Who asked the actor to be called, or somebody for whom the actor stands in; the longest waiting first. */
export async function waiting(actor: Staff, moment: Moment): Promise<CallsWaiting> {
	const { callWishes: t, people: persons } = actor.portal.store.t;
	const { read } = actor.portal.store;
	const absent = await absences.standsInFor(actor, moment);
	const isWaiting = and(isNull(t.calledOn), people.inCaseloadOrStandIn(actor, absent));
	const found = await read
		.select({ person: persons, wished: t })
		.from(t)
		.innerJoin(persons, eq(persons.id, t.personId))
		.where(isWaiting)
		.orderBy(asc(t.askedAt), asc(t.personId))
		.limit(shown);
	const [all] = await read
		.select({ total: count() })
		.from(t)
		.innerJoin(persons, eq(persons.id, t.personId))
		.where(isWaiting);
	const rows = found.map(({ person, wished }): CallWaiting => {
		const { id: personId, givenName, familyName, phone, safeContact } = person;
		return {
			...{ ...callOf(wished, person), personId, givenName, familyName, phone, safeContact },
			isStandIn: person.klantmanagerId !== actor.id && absent.includes(person.klantmanagerId),
		};
	});
	return { total: all?.total ?? 0, rows };
}

/**
 * The call was made on this day, not before it was asked for and not in the future; refused with `calledBeforeAsked`
 * or `future`. Where nobody waits any more it changes nothing.
 */
export async function settle(
	actor: Staff,
	{ personId, calledOn }: { readonly personId: string; readonly calledOn: Day },
	moment: Moment,
): Promise<Outcome<null>> {
	const { now, today } = moment;
	await absences.find(actor, 'call.settle', personId, moment);
	if (isBefore(today, calledOn)) return refused({ calledOn: 'future' });
	const { callWishes: t } = actor.portal.store.t;
	return actor.portal.store.write(now, async (tx, log) => {
		await people.takeTurn(actor.portal.store.t, tx, personId);
		const [waits] = await tx.select().from(t).where(waitingOf(actor, personId));
		const isEarly = waits && isBefore(calledOn, dayOf(waits.askedAt));
		if (waits && !isEarly) {
			const settled = { calledOn, calledBy: actor.id };
			await tx.update(t).set(settled).where(waitingOf(actor, personId));
		}
		const action = isEarly ? 'call.refused' : 'call.settle';
		log({ actor: actor.id, action, subject: personId, personId });
		return isEarly ? refused({ calledOn: 'calledBeforeAsked' }) : done(null);
	});
}

/**
 * Somebody called today and nobody answered: it is kept, and the wish goes on waiting in its place. `seen` is how often
 * that had happened when the page was made, so that a second tap is no second call.
 */
export async function notReached(
	actor: Staff,
	{ personId, seen }: { readonly personId: string; readonly seen: number },
	moment: Moment,
): Promise<void> {
	await absences.find(actor, 'call.settle', personId, moment);
	const { callWishes: t } = actor.portal.store.t;
	await actor.portal.store.write(moment.now, async (tx, log) => {
		await tx
			.update(t)
			.set({ triedOn: moment.today, tries: seen + 1 })
			.where(and(waitingOf(actor, personId), eq(t.tries, seen)));
		log({ actor: actor.id, action: 'call.notReached', subject: personId, personId });
	});
}

const fresh = { calledOn: null, calledBy: null, triedOn: null, tries: 0 } as const;

function callOf(
	row: Schema['callWishes']['$inferSelect'],
	{ interpreter, language: own }: Pick<people.Person, 'interpreter' | 'language'>,
): Omit<Call, 'calledOn'> {
	const asked = row.language ?? own;
	const language = isOffered(asked) ? asked : 'nl';
	return {
		language,
		needsInterpreter: interpreter && language !== 'nl',
		dayPart: row.dayPart,
		askedOn: dayOf(row.askedAt),
		triedOn: row.triedOn === null ? null : day(row.triedOn),
		tries: row.tries,
	};
}

function waitingOf({ portal }: Resident | Staff, personId: string): SQL | undefined {
	const { callWishes: t } = portal.store.t;
	return and(eq(t.personId, personId), isNull(t.calledOn));
}
