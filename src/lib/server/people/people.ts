import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import type { GroepDetail } from '#lib/law/groep.ts';
import { type Actor, mayAdd, permitted, type Resident, type Staff } from '../access/access.ts';
import { blindIndex } from '../crypto/blind-index.ts';
import * as envelope from '../crypto/envelope.ts';
import type { Schema } from '../db/schema.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { isId, newId } from '../id.ts';
import { contradicted } from './contradiction.ts';
import { factsKnown } from './facts.ts';
import { endOutside } from './safe-contact.ts';

export { factsKnown, type Known } from './facts.ts';
export { inCaseload } from './in-caseload.ts';
export { takeTurn } from './turn.ts';

export type Person = Schema['people']['$inferSelect'];

/** What is asked about somebody new; the dates are those that start the clocks of the law. */
export interface NewPerson {
	readonly gemeentecode: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly bornOn: Day;
	readonly bsn: string;
	readonly groepDetail: GroepDetail;
	readonly plichtSinceOn: Day;
	readonly notifiedOn: Day | null;
	readonly brpRegisteredOn: Day | null;
	readonly movedInOn: Day | null;
	/** Dagtekening of the first PIP, when that was in another gemeente (W 11(3), W 15(4)). */
	readonly firstDagtekeningOn: Day | null;
	readonly waitingForThirdPartySinceOn: Day | null;
	readonly thirdPartyInformationOn: Day | null;
	readonly ontheffingHours: number | null;
	readonly loweredHours: number | null;
	readonly extendedUntil: Day | null;
	readonly hasParticipatiewetBenefit: boolean;
	readonly inAzc: boolean;
	readonly language: string;
	readonly interpreter: boolean;
	readonly phone: string | null;
	readonly email: string | null;
	/** Veilig contact: nothing goes out to phone or mailbox, for somebody near the person might see it. */
	readonly safeContact: boolean;
}

/** The person with this id, when the actor may read it; otherwise not found. */
export async function find(actor: Actor, id: string): Promise<Person> {
	return permitted(actor, 'person.read', await row(actor, id));
}

/** The inburgeraar's own person. */
export function own(actor: Resident): Promise<Person> {
	return find(actor, actor.personId);
}

/** The people a member of staff works for: the own caseload, or the own gemeenten for a team leader. By name. */
export async function caseload(actor: Staff): Promise<Person[]> {
	const { t, read } = actor.portal.store;
	if (actor.gemeentecodes.length === 0) return [];
	const here = inArray(t.people.gemeentecode, [...actor.gemeentecodes]);
	const isLead = actor.roles.includes('teamLead');
	if (!isLead && !actor.roles.includes('klantmanager')) return [];
	const whose = isLead ? here : and(here, eq(t.people.klantmanagerId, actor.id));
	return read.select().from(t.people).where(whose).orderBy(t.people.familyName, t.people.givenName);
}

/**
 * Registers somebody new in the actor's caseload. The BSN (Wet inburgering 2021, art. 36) is kept sealed, with a
 * blind index to find it by; the same BSN twice is refused, as are facts that contradict each other under the law.
 */
export async function add(
	actor: Actor,
	input: NewPerson,
	now: number,
	klantmanagerId: string = actor.id,
): Promise<Outcome<Person>> {
	if (!mayAdd(actor, input.gemeentecode)) throw new NotFound();
	const problems = contradicted(input, plansElsewhere(input));
	if (problems) return refused(problems);
	const { portal } = actor;
	const { t } = portal.store;
	const id = newId();
	const { bsn, ...rest } = input;
	const bsnIndex = blindIndex(portal.keyring, portal.tenant.id, bsn);
	const bsnSealed = envelope.seal(portal.keyring, bsn, aad(portal.tenant.id, id));
	return portal.store.write(now, async (tx, log) => {
		const values = { ...rest, id, klantmanagerId, bsnIndex, bsnSealed, createdAt: now };
		const [person] = await tx.insert(t.people).values(values).onConflictDoNothing().returning();
		if (person) {
			log({ actor: actor.id, action: 'person.add', subject: id, personId: id });
			return done(person);
		}
		const [known] = await tx
			.select({ id: t.people.id })
			.from(t.people)
			.where(eq(t.people.bsnIndex, bsnIndex));
		if (!known) throw new Error('the new person did not come back');
		log({ actor: actor.id, action: 'person.duplicate', subject: known.id, personId: known.id });
		return refused({ bsn: 'bsnKnown' });
	});
}

/** The last two digits of the BSN, to compare with a paper; the rest is never shown. */
export async function bsnTail(actor: Staff, id: string): Promise<string> {
	const person = await find(actor, id);
	const place = aad(actor.portal.tenant.id, id);
	const bsn = envelope.openText(actor.portal.keyring, person.bsnSealed, place);
	return bsn.slice(-2);
}

/**
 * Says of the own person that nothing may go out to phone or mailbox, or that it may again. The row counts as changed, so
 * that a page of the staff made before does not undo it unseen.
 */
export async function saySafeContact(actor: Resident, safeContact: boolean, now: number) {
	const { id } = await own(actor);
	const { people: t } = actor.portal.store.t;
	await actor.portal.store.write(now, async (tx, log) => {
		await tx
			.update(t)
			.set({ safeContact, revision: sql`${t.revision} + 1` })
			.where(and(eq(t.id, id), ne(t.safeContact, safeContact)));
		if (safeContact) await endOutside(actor.portal.store.t, tx, id, now);
		const detail = { safeContact };
		log({ actor: actor.id, action: 'person.safeContact', subject: id, personId: id, detail });
	});
}

/** Writes down that a member of staff opened somebody's file; the person can see this. */
export async function logReading(actor: Staff, id: string, now: number) {
	await find(actor, id);
	await actor.portal.store.write(now, async (_tx, log) => {
		log({ actor: actor.id, action: 'person.read', subject: id, personId: id });
	});
}

/** An extension means nothing as long as no plan is known. */
function plansElsewhere(input: NewPerson): Facts {
	const facts = factsKnown(input);
	return facts.firstDagtekeningOn === undefined ? { ...facts, extendedUntil: undefined } : facts;
}

async function row(actor: Actor, id: string): Promise<Person | null> {
	if (!isId(id)) return null;
	const { t, read } = actor.portal.store;
	const [found] = await read.select().from(t.people).where(eq(t.people.id, id));
	return found ?? null;
}

function aad(tenantId: string, id: string): string {
	return envelope.aadOf({ tenant: tenantId, table: 'people', column: 'bsn', row: id });
}
