/**
 * Who of the staff is away until when, and who answers in the meantime: the one who stands in reads and answers what
 * people write, and makes the calls that they ask for. The person is told who that is.
 */
import { and, eq, gt, isNull } from 'drizzle-orm';
import { addDays, type Day, day, dayBefore, isBefore } from '#lib/law/day.ts';
import { type Action, may, mayStandIn, type Resident, type Staff } from '../access/access.ts';
import * as accounts from '../accounts/accounts.ts';
import type { Moment } from '../clock.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { isId } from '../id.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';

/** Somebody who is away: the last day of it, and who stands in. */
export interface Absence {
	readonly throughOn: Day;
	readonly replacedBy: string;
}

/** What somebody who stands in may do. */
export type Answering = Extract<
	Action,
	'message.read' | 'message.write' | 'call.read' | 'call.settle'
>;

/** The own absence, as long as it lasts. */
export async function own(actor: Staff, { today }: Moment): Promise<Absence | null> {
	return absenceOf(actor.portal, actor.id, today);
}

/** The longest that somebody can say to be away, in days: a year typed wrong must not give rights for decades. */
const longestDays = 366;

/** Who can stand in for the actor: the other klantmanagers of the same gemeenten who are not away, by name. */
export async function replacements(
	actor: Staff,
	{ today }: Moment,
): Promise<readonly Pick<accounts.Account, 'id' | 'name'>[]> {
	if (!actor.roles.includes('klantmanager')) return [];
	const { accounts: t } = actor.portal.store.t;
	const staff = await actor.portal.store.read
		.select({ id: t.id, name: t.name, roles: t.roles, gemeentecodes: t.gemeentecodes })
		.from(t)
		.where(and(eq(t.kind, 'staff'), isNull(t.disabledAt)))
		.orderBy(t.name);
	const away = await awayOn(actor.portal, today);
	return staff
		.filter(({ id }) => !away.has(id))
		.filter(({ id, roles }) => id !== actor.id && roles.includes('klantmanager'))
		.filter(({ gemeentecodes }) =>
			actor.gemeentecodes.every((code) => gemeentecodes.includes(code)),
		)
		.map(({ id, name }) => ({ id, name }));
}

/**
 * Says that the actor is away from now on, through a day, and who answers. Said again it is what was said last.
 * Refused for a day that is over or more than a year away, and for somebody who cannot stand in.
 */
export async function say(
	actor: Staff,
	{ replacedBy, throughOn }: Absence,
	moment: Moment,
): Promise<Outcome<null>> {
	const { now, today } = moment;
	if (!actor.roles.includes('klantmanager')) throw new NotFound();
	if (isBefore(throughOn, today)) return refused({ throughOn: 'dayInPast' });
	if (isBefore(addDays(today, longestDays), throughOn)) {
		return refused({ throughOn: 'startTooFar' });
	}
	const known = await replacements(actor, moment);
	if (!known.some(({ id }) => id === replacedBy)) return refused({ replacedBy: 'notAChoice' });
	const values = { untilOn: addDays(throughOn, 1), replacedBy, saidAt: now };
	const { absences: t } = actor.portal.store.t;
	return actor.portal.store.write(now, async (tx, log) => {
		await tx
			.insert(t)
			.values({ accountId: actor.id, ...values })
			.onConflictDoUpdate({ target: t.accountId, set: values });
		const detail = { untilOn: values.untilOn };
		log({ actor: actor.id, action: 'absence.say', subject: replacedBy, detail });
		return done(null);
	});
}

/** The actor is back; nobody stands in any more. */
export async function end(actor: Staff, { now }: Moment): Promise<void> {
	const { absences: t } = actor.portal.store.t;
	await actor.portal.store.write(now, async (tx, log) => {
		await tx.delete(t).where(eq(t.accountId, actor.id));
		log({ actor: actor.id, action: 'absence.end', subject: actor.id });
	});
}

/** For whom the actor stands in on this day. */
export async function standsInFor(actor: Staff, { today }: Moment): Promise<readonly string[]> {
	const { absences: t } = actor.portal.store.t;
	const rows = await actor.portal.store.read
		.select({ id: t.accountId })
		.from(t)
		.where(and(eq(t.replacedBy, actor.id), gt(t.untilOn, today)));
	return rows.map(({ id }) => id);
}

/** Who answers a person: the klantmanager, and while that one is away who stands in, where somebody can. */
export interface WhoAnswers {
	readonly name: string | null;
	readonly away: { readonly throughOn: Day; readonly standIn: string | null } | null;
}

/** Who answers the person, to be told to the person. */
export async function whoAnswers(actor: Resident, { today }: Moment): Promise<WhoAnswers> {
	const { portal } = actor;
	const { gemeentecode, klantmanagerId } = await people.own(actor);
	const absence = await absenceOf(portal, klantmanagerId, today);
	const names = await accounts.namesOf(portal, [klantmanagerId]);
	const away = absence && {
		throughOn: absence.throughOn,
		standIn: await answering(portal, absence.replacedBy, gemeentecode, today),
	};
	return { name: names.get(klantmanagerId) ?? null, away };
}

/** The name of who was asked to stand in; null since that one left, lost the right to it or is away too. */
async function answering(
	portal: Portal,
	accountId: string,
	gemeentecode: string,
	today: Day,
): Promise<string | null> {
	const { accounts: t } = portal.store.t;
	const [account] = await portal.store.read
		.select({ name: t.name, roles: t.roles, gemeentecodes: t.gemeentecodes })
		.from(t)
		.where(and(eq(t.id, accountId), eq(t.kind, 'staff'), isNull(t.disabledAt)));
	if (!account?.roles.includes('klantmanager')) return null;
	if (!account.gemeentecodes.includes(gemeentecode)) return null;
	return (await absenceOf(portal, accountId, today)) ? null : account.name;
}

/** The person, for the person and for who answers: the caseload, or who stands in; not found for anybody else. */
export async function find(
	actor: Resident | Staff,
	action: Answering,
	personId: string,
	moment: Moment,
): Promise<people.Person> {
	if (!isId(personId)) throw new NotFound();
	const { t, read } = actor.portal.store;
	const [person] = await read.select().from(t.people).where(eq(t.people.id, personId));
	if (!person) throw new NotFound();
	if (may(actor, action, person)) return person;
	if (actor.kind !== 'staff') throw new NotFound();
	if (!mayStandIn(actor, person, await standsInFor(actor, moment))) throw new NotFound();
	return person;
}

async function absenceOf(portal: Portal, accountId: string, today: Day): Promise<Absence | null> {
	const { t, read } = portal.store;
	const { absences } = t;
	const [row] = await read
		.select()
		.from(absences)
		.where(and(eq(absences.accountId, accountId), gt(absences.untilOn, today)));
	return row ? { throughOn: dayBefore(day(row.untilOn)), replacedBy: row.replacedBy } : null;
}

async function awayOn({ store }: Portal, today: Day): Promise<ReadonlySet<string>> {
	const { absences: t } = store.t;
	const rows = await store.read.select({ id: t.accountId }).from(t).where(gt(t.untilOn, today));
	return new Set(rows.map(({ id }) => id));
}
