import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import type { GroepDetail } from '#lib/law/groep.ts';
import { type Actor, mayAdd, permitted, type Resident, type Staff } from '../access/access.ts';
import { blindIndex } from '../crypto/blind-index.ts';
import * as envelope from '../crypto/envelope.ts';
import type { Schema } from '../db/schema.ts';
import type { Db, Log } from '../db/store.ts';
import { done, NotFound, type Outcome, type Problems, refused } from '../errors.ts';
import { isId, newId } from '../id.ts';
import type { Circumstances } from './circumstances.ts';
import { contradicted } from './contradiction.ts';
import { factsKnown } from './facts.ts';
import { endOutside, saidBySelf, sayBySelf } from './safe-contact.ts';
import { takeTurn } from './turn.ts';

export * from './circumstances.ts';
export { factsKnown, type Known } from './facts.ts';
export * as household from './household.ts';
export { inCaseload, inCaseloadOrStandIn } from './in-caseload.ts';
export { endOutside } from './safe-contact.ts';
export { plainName } from './plain-name.ts';
export { takeTurn } from './turn.ts';

export type Person = Schema['people']['$inferSelect'];

/** What is asked about somebody new; the dates are those that start the clocks of the law. */
export interface NewPerson extends Circumstances {
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
	const problems = wrongNew(input);
	if (problems) return refused(problems);
	return actor.portal.store.write(now, (tx, log) =>
		addIn(actor, tx, log, input, klantmanagerId, now),
	);
}

/** What the law says cannot be true together of somebody new; null when nothing is wrong. */
export function wrongNew(input: NewPerson): Problems | null {
	return contradicted(input, plansElsewhere(input));
}

/** Registers somebody within a transaction; whoever asks has looked at `wrongNew`. */
export async function addIn(
	actor: Actor,
	tx: Db,
	log: Log,
	input: NewPerson,
	klantmanagerId: string,
	now: number,
): Promise<Outcome<Person>> {
	if (!mayAdd(actor, input.gemeentecode)) throw new NotFound();
	const { portal } = actor;
	const { t } = portal.store;
	const id = newId();
	const { bsn, ...rest } = input;
	const bsnIndex = blindIndex(portal.keyring, portal.tenant.id, bsn);
	const bsnSealed = envelope.seal(portal.keyring, bsn, aad(portal.tenant.id, id));
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
}

/** The last two digits of the BSN, to compare with a paper; the rest is never shown. */
export async function bsnTail(actor: Resident | Staff, id: string): Promise<string> {
	const person = await find(actor, id);
	const place = aad(actor.portal.tenant.id, id);
	const bsn = envelope.openText(actor.portal.keyring, person.bsnSealed, place);
	return bsn.slice(-2);
}

/**
 * Says of the own person that nothing may go out to phone or mailbox, or that it may again. What the gemeente asked for
 * the person does not end alone, since somebody may be standing beside them: then it gives false and changes nothing.
 * The row counts as changed, so that a page of the staff made before does not undo it unseen.
 */
export async function saySafeContact(
	actor: Resident,
	safeContact: boolean,
	now: number,
): Promise<boolean> {
	const { id } = await own(actor);
	const { people: t } = actor.portal.store.t;
	const about = { actor: actor.id, subject: id, personId: id, detail: { safeContact } };
	return actor.portal.store.write(now, async (tx, log) => {
		await takeTurn(actor.portal.store.t, tx, id);
		const [person] = await tx.select({ isSafe: t.safeContact }).from(t).where(eq(t.id, id));
		const mayEnd = await saidBySelf(actor.portal.store.t, tx, id);
		if (!safeContact && person?.isSafe && !mayEnd) {
			log({ ...about, action: 'person.safeContact.refuse' });
			return false;
		}
		if (person?.isSafe !== safeContact) {
			await tx
				.update(t)
				.set({ safeContact, revision: sql`${t.revision} + 1` })
				.where(eq(t.id, id));
			await sayBySelf(actor.portal.store.t, tx, id, safeContact ? now : null);
		}
		if (safeContact) await endOutside(actor.portal.store.t, tx, id, now);
		log({ ...about, action: 'person.safeContact' });
		return true;
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
