import { and, eq } from 'drizzle-orm';
import { type Day, isBefore } from '#lib/law/day.ts';
import { type Actor, mayAdd, mayAssign, permitted } from '../access/access.ts';
import type { Moment } from '../clock.ts';
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
import * as pip from '../pip/pip.ts';
import { contradicted } from './contradiction.ts';
import type { GroepReason } from './groep-history.ts';
import * as people from './people.ts';
import { endOutside, sayBySelf } from './safe-contact.ts';

/** Everything about a person that can become otherwise: all but the BSN. */
export type PersonFacts = Omit<people.NewPerson, 'bsn'>;

/** The facts as they are to be; the day and the reason are asked when the groep becomes another one. */
export interface Changed {
	readonly facts: PersonFacts;
	readonly groepChangedOn: Day | null;
	readonly groepReason: GroepReason | null;
	/** The klantmanager to be; left out where that stays. */
	readonly klantmanagerId?: string;
}

/**
 * Changes what is known of a person, made from the row with revision `base`; refused with `changedMeanwhile` when
 * somebody else was first, and when the law says that the facts cannot be true together. The audit line names the
 * fields, never what stands in them. A groep that changes gets a line in its history.
 */
export async function change(
	actor: Actor,
	id: string,
	changed: Changed,
	base: number,
	moment: Moment,
): Promise<Outcome<people.Person>> {
	const person = permitted(actor, 'person.write', await people.find(actor, id));
	const { facts } = changed;
	if (facts.gemeentecode !== person.gemeentecode && !mayAdd(actor, facts.gemeentecode)) {
		throw new NotFound();
	}
	return actor.portal.store.write(moment.now, async (tx, log) => {
		const before = await rowIn(actor, tx, id);
		if (before.revision !== base) return refuse(log, actor, id, { form: 'changedMeanwhile' });
		const pips = await pip.pipsIn(actor, tx, id);
		const problems = wrong(before, pips, changed, moment.today);
		if (problems) return refuse(log, actor, id, problems);
		const after = await changeIn(actor, tx, log, before, changed, moment);
		return after ? done(after) : refuse(log, actor, id, { form: 'changedMeanwhile' });
	});
}

/**
 * Writes a change within a transaction, over the row as it was when it was looked at; null when that has become another
 * one. Whoever asks has looked at `wrong`.
 */
export async function changeIn(
	actor: Actor,
	tx: Db,
	log: Log,
	before: people.Person,
	changed: Changed,
	moment: Moment,
): Promise<people.Person | null> {
	const { t } = actor.portal.store;
	const { facts, klantmanagerId = before.klantmanagerId } = changed;
	const { id, revision } = permitted(actor, 'person.write', before);
	if (klantmanagerId !== before.klantmanagerId && !mayAssign(actor, facts.gemeentecode)) {
		throw new NotFound();
	}
	const [after] = await tx
		.update(t.people)
		.set({ ...facts, klantmanagerId, revision: revision + 1 })
		.where(and(eq(t.people.id, id), eq(t.people.revision, revision)))
		.returning();
	if (!after) return null;
	if (after.safeContact) await endOutside(t, tx, id, moment.now);
	if (after.safeContact !== before.safeContact) await sayBySelf(t, tx, id, null);
	await addToHistory(actor, tx, before, changed, moment);
	const handedOver = klantmanagerId === before.klantmanagerId ? [] : ['klantmanagerId'];
	const detail = { fields: [...differing(before, facts), ...handedOver].join(' ') };
	log({ actor: actor.id, action: 'person.change', subject: id, personId: id, detail });
	return after;
}

/** The facts of a person that become otherwise. */
export function differing(before: people.Person, facts: PersonFacts): (keyof PersonFacts)[] {
	const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
	return (Object.keys(facts) as (keyof PersonFacts)[]).filter(
		(key) => !isSame(facts[key], before[key]),
	);
}

/** What cannot be, of these facts and the plans there are; null when nothing is wrong. */
export function wrong(
	before: people.Person,
	pips: Parameters<typeof pip.factsOf>[1],
	changed: Changed,
	today: Day,
): Problems | null {
	const { facts } = changed;
	const problems = {
		...contradicted(facts, pip.factsOf(facts, pips)),
		...(facts.groepDetail === before.groepDetail ? {} : wrongGroepChange(changed, today)),
	};
	return Object.keys(problems).length > 0 ? problems : null;
}

async function rowIn(actor: Actor, tx: Db, id: string): Promise<people.Person> {
	const { people: table } = actor.portal.store.t;
	const [row] = await tx.select().from(table).where(eq(table.id, id));
	return permitted(actor, 'person.write', row);
}

function wrongGroepChange({ groepChangedOn, groepReason }: Changed, today: Day): Problems {
	const problems: Record<string, ProblemKey> = {};
	if (groepChangedOn === null) problems['groepChangedOn'] = 'missing';
	else if (isBefore(today, groepChangedOn)) problems['groepChangedOn'] = 'future';
	if (groepReason === null) problems['groepReason'] = 'missing';
	return problems;
}

async function addToHistory(
	actor: Actor,
	tx: Db,
	before: people.Person,
	{ facts, groepChangedOn, groepReason }: Changed,
	{ now }: Moment,
) {
	const [from, to] = [before.groepDetail, facts.groepDetail];
	if (from === to || groepChangedOn === null || groepReason === null) return;
	await tx.insert(actor.portal.store.t.groepChanges).values({
		id: newId(),
		personId: before.id,
		fromDetail: from,
		toDetail: to,
		changedOn: groepChangedOn,
		reason: groepReason,
		changedBy: actor.id,
		changedAt: now,
	});
}

function refuse(log: Log, actor: Actor, id: string, problems: Problems): Outcome<people.Person> {
	const detail = { fields: Object.keys(problems).join(' ') };
	log({ actor: actor.id, action: 'person.change.refuse', subject: id, personId: id, detail });
	return refused(problems);
}
