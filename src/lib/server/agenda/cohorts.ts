import { and, asc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import { type Actor, mayLead, mayPost, permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { isId, newId } from '../id.ts';
import * as people from '../people/people.ts';
import type { AgendaKind } from './kinds.ts';
import { belongs, type Membership, membersOf } from './rows.ts';

export type Cohort = Schema['agendaCohorts']['$inferSelect'];

/** A new cohort; the actor leads it. */
export type NewCohort = Pick<Cohort, 'gemeentecode' | 'kind' | 'name' | 'partnerId'>;

/** A cohort with the members whom the actor may see. */
export interface CohortView {
	readonly cohort: Cohort;
	/** Whether the actor leads it, and so sees all members. */
	readonly isLed: boolean;
	readonly members: readonly (Membership & { readonly person: people.Person })[];
	/** How many belong to it on the day, also those whom the actor may not see. */
	readonly size: number;
}

/** Starts a cohort; not found for a gemeente where the actor does not work. */
export async function start(
	actor: Staff,
	input: NewCohort,
	moment: Moment,
): Promise<Outcome<Cohort>> {
	if (!mayPost(actor, input.gemeentecode)) throw new NotFound();
	const { portal } = actor;
	const { partnerId } = input;
	if (partnerId !== null && !portal.tenant.partners.some(({ id }) => id === partnerId)) {
		return refused({ partnerId: 'notAChoice' });
	}
	const made = { id: newId(), ownerId: actor.id, createdAt: moment.now, endedAt: null };
	return portal.store.write(moment.now, async (tx, log) => {
		const { gemeentecode, kind, name } = input;
		const row: Cohort = { ...made, gemeentecode, kind, name, partnerId };
		await tx.insert(portal.store.t.agendaCohorts).values(row);
		log({ actor: actor.id, action: 'cohort.start', subject: row.id, detail: { kind } });
		return done(row);
	});
}

/** The cohorts of the gemeenten of the actor that go on, by name. */
export async function list(actor: Staff, kind?: AgendaKind): Promise<Cohort[]> {
	const codes = actor.gemeentecodes.filter((code) => mayPost(actor, code));
	if (codes.length === 0) return [];
	const { read, t } = actor.portal.store;
	const { agendaCohorts: c } = t;
	const ofKind = kind === undefined ? undefined : eq(c.kind, kind);
	return read
		.select()
		.from(c)
		.where(and(inArray(c.gemeentecode, codes), isNull(c.endedAt), ofKind))
		.orderBy(asc(c.name));
}

/** A cohort: who leads it sees all members, a colleague only those of the own caseload. */
export async function view(actor: Staff, id: string, today: Day): Promise<CohortView> {
	const cohort = await known(actor, id);
	const { read, t } = actor.portal.store;
	const isLed = mayLead(actor, cohort);
	const memberships = await membersOf(t, read, [id]);
	const ids = [...new Set(memberships.map(({ personId }) => personId))];
	const mine = people.inCaseload(actor);
	const whose = isLed ? undefined : mine;
	const rows =
		ids.length === 0
			? []
			: await read
					.select()
					.from(t.people)
					.where(
						and(inArray(t.people.id, ids), eq(t.people.gemeentecode, cohort.gemeentecode), whose),
					)
					.orderBy(asc(t.people.familyName), asc(t.people.givenName));
	const members = rows.flatMap((person) =>
		memberships
			.filter(({ personId }) => personId === person.id)
			.map((membership) => ({ ...membership, person })),
	);
	const size = new Set(
		memberships.filter((one) => belongs(one, today)).map(({ personId }) => personId),
	).size;
	return { cohort, isLed, members, size };
}

/**
 * Puts somebody of the own caseload into a cohort of the same gemeente, from a day on. Already in it on that day is
 * refused, with `memberKnown`; a membership that ended before it began was a slip and does not stand in the way.
 */
export async function join(
	actor: Staff,
	id: string,
	personId: string,
	fromOn: Day,
	moment: Moment,
): Promise<Outcome<null>> {
	const cohort = await known(actor, id);
	const person = permitted(actor, 'agenda.plan', await people.find(actor, personId));
	if (person.gemeentecode !== cohort.gemeentecode || cohort.endedAt !== null) throw new NotFound();
	const { store } = actor.portal;
	const { agendaMembers: t } = store.t;
	return store.write(moment.now, async (tx, log) => {
		const about = { actor: actor.id, subject: id, personId };
		await people.takeTurn(store.t, tx, personId);
		const slip = and(eq(t.cohortId, id), eq(t.personId, personId), lte(t.until, t.fromOn));
		await tx.delete(t).where(slip);
		const there = (await membersOf(store.t, tx, [id])).filter((one) => one.personId === personId);
		const isKnown = there.some(
			({ from, until }) => from >= fromOn || until === null || until > fromOn,
		);
		if (isKnown) {
			log({ ...about, action: 'cohort.known' });
			return refused({ personId: 'memberKnown' });
		}
		const row = { id: newId(), cohortId: id, personId, fromOn, until: null };
		const by = { addedBy: actor.id, addedAt: moment.now };
		await tx.insert(t).values({ ...row, ...by });
		log({ ...about, action: 'cohort.join' });
		return done(null);
	});
}

/**
 * Lets somebody's membership end: `until` is the first day on which the person does not belong to it any more. An end
 * that is still to come can become another.
 */
export async function leave(
	actor: Staff,
	id: string,
	personId: string,
	until: Day,
	moment: Moment,
): Promise<Outcome<null>> {
	const cohort = await known(actor, id);
	if (!mayLead(actor, cohort)) permitted(actor, 'agenda.plan', await people.find(actor, personId));
	const { store } = actor.portal;
	const { agendaMembers: t } = store.t;
	return store.write(moment.now, async (tx, log) => {
		const goesOn = or(isNull(t.until), gt(t.until, moment.today));
		const open = and(eq(t.cohortId, id), eq(t.personId, personId), goesOn);
		const left = await tx.update(t).set({ until }).where(open).returning({ id: t.id });
		const action = left.length > 0 ? 'cohort.leave' : 'cohort.repeat';
		log({ actor: actor.id, action, subject: id, personId });
		return done(null);
	});
}

/** The cohort, when the actor leads it; a job may plan for all. */
export async function led(actor: Actor, id: string): Promise<Cohort> {
	const cohort = await find(actor, id);
	if (!cohort || !(actor.kind === 'system' || mayLead(actor, cohort))) throw new NotFound();
	return cohort;
}

async function known(actor: Staff, id: string): Promise<Cohort> {
	const cohort = await find(actor, id);
	if (!cohort || !mayPost(actor, cohort.gemeentecode)) throw new NotFound();
	return cohort;
}

async function find(actor: Actor, id: string): Promise<Cohort | null> {
	if (!isId(id)) return null;
	const { read, t } = actor.portal.store;
	const [found] = await read.select().from(t.agendaCohorts).where(eq(t.agendaCohorts.id, id));
	return found ?? null;
}
