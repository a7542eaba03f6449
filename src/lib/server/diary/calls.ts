import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { type Day, day, isBefore } from '#lib/law/day.ts';
import { permitted, type Resident, type Staff } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { isId } from '../id.ts';
import * as people from '../people/people.ts';

/** The last time that somebody asked to be called; `calledOn` is null as long as that was not done. */
export interface Call {
	readonly askedOn: Day;
	readonly calledOn: Day | null;
}

/** Somebody who waits for a call. Why is not said here: nobody has to say it. */
export interface CallWaiting {
	readonly personId: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly phone: string | null;
	/** With whom an interpreter has to be called too, and for which language; null where not. */
	readonly interpreterFor: string | null;
	readonly askedOn: Day;
}

export interface CallsWaiting {
	readonly total: number;
	readonly rows: readonly CallWaiting[];
}

const shown = 50;

/** "Call me": the place in the list stays that of the first tap. */
export async function askCall(actor: Resident, { now }: Moment): Promise<void> {
	const { id: personId } = permitted(actor, 'call.ask', await people.own(actor));
	const { callWishes: t } = actor.portal.store.t;
	const asked = { askedAt: now, calledOn: null, calledBy: null };
	await actor.portal.store.write(now, async (tx, log) => {
		const [waiting] = await tx.select().from(t).where(waitingOf(actor, personId));
		if (!waiting) {
			await tx
				.insert(t)
				.values({ personId, ...asked })
				.onConflictDoUpdate({ target: t.personId, set: asked });
		}
		log({
			actor: actor.id,
			action: waiting ? 'call.repeat' : 'call.ask',
			subject: personId,
			personId,
		});
	});
}

/** "Never mind": nobody waits for a call any more. */
export async function takeBackCall(actor: Resident, { now }: Moment): Promise<void> {
	const { id: personId } = permitted(actor, 'call.ask', await people.own(actor));
	const { callWishes: t } = actor.portal.store.t;
	await actor.portal.store.write(now, async (tx, log) => {
		await tx.delete(t).where(waitingOf(actor, personId));
		log({ actor: actor.id, action: 'call.takeBack', subject: personId, personId });
	});
}

/** The person's wish to be called, for the person and for who has the caseload; null where there was none. */
export async function call(actor: Resident | Staff, personId: string): Promise<Call | null> {
	permitted(actor, 'diary.read', await people.find(actor, personId));
	const { t, read } = actor.portal.store;
	const [row] = await read.select().from(t.callWishes).where(eq(t.callWishes.personId, personId));
	if (!row) return null;
	return {
		askedOn: dayOf(row.askedAt),
		calledOn: row.calledOn === null ? null : day(row.calledOn),
	};
}

/** Who of the caseload asked to be called, the longest waiting first. */
export async function callsWaiting(actor: Staff): Promise<CallsWaiting> {
	const { callWishes: t, people: persons } = actor.portal.store.t;
	const { read } = actor.portal.store;
	const isWaiting = and(isNull(t.calledOn), people.inCaseload(actor));
	const found = await read
		.select({ person: persons, askedAt: t.askedAt })
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
	const rows = found.map(({ person, askedAt }): CallWaiting => {
		const { id: personId, givenName, familyName, phone, interpreter, language } = person;
		const interpreterFor = interpreter ? language : null;
		return { personId, givenName, familyName, phone, interpreterFor, askedOn: dayOf(askedAt) };
	});
	return { total: all?.total ?? 0, rows };
}

/**
 * The call was made on this day, not before it was asked for and not in the future; refused with `calledBeforeAsked`
 * or `future`. Where nobody waits any more it changes nothing.
 */
export async function called(
	actor: Staff,
	{ personId, calledOn }: { readonly personId: string; readonly calledOn: Day },
	{ now, today }: Moment,
): Promise<Outcome<null>> {
	if (!isId(personId)) throw new NotFound();
	permitted(actor, 'call.settle', await people.find(actor, personId));
	if (isBefore(today, calledOn)) return refused({ calledOn: 'future' });
	const { callWishes: t } = actor.portal.store.t;
	return actor.portal.store.write(now, async (tx, log) => {
		const [waiting] = await tx.select().from(t).where(waitingOf(actor, personId));
		const isEarly = waiting && isBefore(calledOn, dayOf(waiting.askedAt));
		if (waiting && !isEarly) {
			const settled = { calledOn, calledBy: actor.id };
			await tx.update(t).set(settled).where(waitingOf(actor, personId));
		}
		const action = isEarly ? 'call.refused' : 'call.settle';
		log({ actor: actor.id, action, subject: personId, personId });
		return isEarly ? refused({ calledOn: 'calledBeforeAsked' }) : done(null);
	});
}

function waitingOf({ portal }: Resident | Staff, personId: string) {
	const { callWishes: t } = portal.store.t;
	return and(eq(t.personId, personId), isNull(t.calledOn));
}
