import { eq, inArray } from 'drizzle-orm';
import {
	type Actor,
	mayManageAccounts,
	type Partner,
	type Role,
	type Staff,
} from '../access/access.ts';
import type { Schema } from '../db/schema.ts';
import { NotFound } from '../errors.ts';
import { isId } from '../id.ts';
import type { Portal } from '../portal.ts';
import { bySubject, insert } from './rows.ts';

export { cameByProvider, ofPersonIn, ofResident, type ResidentIdentity } from './residents.ts';
export { begin as beginSession, type Beginning, limitsOf, type Session } from './sessions.ts';
export { chooseDeskKeys, chooseLanguage, sayHowToReach } from './preferences.ts';

export type Account = Schema['accounts']['$inferSelect'];

/** What the gemeente's identity provider says of somebody who signed in. */
export interface StaffIdentity {
	readonly issuer: string;
	readonly subject: string;
	readonly name: string;
	readonly email: string | null;
	readonly roles: readonly Role[];
	readonly gemeentecodes: readonly string[];
}

/** What the gemeente's identity provider says of somebody of a partner who signed in. */
export interface PartnerIdentity {
	readonly issuer: string;
	readonly subject: string;
	readonly name: string;
	readonly email: string | null;
	readonly partnerId: string;
	readonly gemeentecodes: readonly string[];
}

/**
 * The account of a member of staff, with the roles and gemeenten that the identity provider grants today. What it
 * grants counts here only for gemeenten of this tenant: one provider may serve several. Null when nothing is left:
 * then there is nothing to sign in to.
 */
export async function ofStaff(
	portal: Portal,
	identity: StaffIdentity,
	now: number,
): Promise<Account | null> {
	const { issuer, subject, name, email } = identity;
	const gemeentecodes = ofTenant(portal, identity.gemeentecodes);
	const granted = gemeentecodes.length === 0 ? [] : identity.roles;
	const found = await bySubject(portal, issuer, subject);
	if (found && found.kind !== 'staff') return null;
	const roles = [...new Set([...granted, ...appointedRoles(found)])];
	if (!roles.some(isRole)) return null;
	const values = { name, email, roles, gemeentecodes };
	if (!found) {
		const account = { kind: 'staff', issuer, subject, personId: null, language: 'nl' } as const;
		return insert(portal, now, { ...account, ...values });
	}
	const { t } = portal.store;
	await portal.store.write(now, async (tx, log) => {
		await tx.update(t.accounts).set(values).where(eq(t.accounts.id, found.id));
		log({ actor: found.id, action: 'account.refresh', subject: found.id });
	});
	return { ...found, ...values };
}

/**
 * The account of somebody of a partner, a school for one, with the partner and gemeenten that the identity provider
 * says today. Null for a partner that this tenant does not have, for no gemeente of this tenant, and for an account
 * that is of somebody else.
 */
export async function ofPartner(
	portal: Portal,
	identity: PartnerIdentity,
	now: number,
): Promise<Account | null> {
	const { email, issuer, name, partnerId, subject } = identity;
	const gemeentecodes = ofTenant(portal, identity.gemeentecodes);
	if (gemeentecodes.length === 0) return null;
	if (!portal.tenant.partners.some(({ id }) => id === partnerId)) return null;
	const values = { name, email, partnerId, gemeentecodes };
	const found =
		(await bySubject(portal, issuer, subject)) ??
		(await insert(portal, now, {
			kind: 'partner',
			issuer,
			subject,
			personId: null,
			roles: [],
			language: 'nl',
			...values,
		}));
	if (found.kind !== 'partner') return null;
	const { t } = portal.store;
	await portal.store.write(now, async (tx, log) => {
		await tx.update(t.accounts).set(values).where(eq(t.accounts.id, found.id));
		log({ actor: found.id, action: 'account.refresh', subject: found.id });
	});
	return { ...found, ...values };
}

/**
 * Makes somebody administrator, before the first sign-in or after; only an operator's command does this. It lasts
 * whatever the identity provider grants.
 */
export async function appointAdministrator(
	actor: Actor,
	who: { issuer: string; subject: string; name: string },
	now: number,
): Promise<Account> {
	if (!mayManageAccounts(actor)) throw new NotFound();
	const { portal } = actor;
	const found = await bySubject(portal, who.issuer, who.subject);
	if (found && found.kind !== 'staff') throw new NotFound();
	if (!found) {
		return insert(portal, now, {
			kind: 'staff',
			...who,
			personId: null,
			email: null,
			roles: ['administrator', appointed],
			gemeentecodes: [],
			language: 'nl',
		});
	}
	const roles = [...new Set([...found.roles, 'administrator', appointed])];
	const { t } = portal.store;
	await portal.store.write(now, async (tx, log) => {
		await tx.update(t.accounts).set({ roles }).where(eq(t.accounts.id, found.id));
		log({ actor: actor.id, action: 'account.appoint', subject: found.id });
	});
	return { ...found, roles };
}

/** The account with this id, or null. */
export async function byId(portal: Portal, id: string): Promise<Account | null> {
	if (!isId(id)) return null;
	const { t, read } = portal.store;
	const [row] = await read.select().from(t.accounts).where(eq(t.accounts.id, id));
	return row ?? null;
}

/** The names of accounts, by id; unknown ids are left out. */
export async function namesOf(
	portal: Portal,
	ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const known = ids.filter(isId);
	if (known.length === 0) return new Map();
	const { accounts: t } = portal.store.t;
	const rows = await portal.store.read
		.select({ id: t.id, name: t.name })
		.from(t)
		.where(inArray(t.id, known));
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Everybody of the staff, for the administrator. */
export async function staff(actor: Actor): Promise<Account[]> {
	if (!mayManageAccounts(actor)) throw new NotFound();
	const { t, read } = actor.portal.store;
	return read
		.select()
		.from(t.accounts)
		.where(eq(t.accounts.kind, 'staff'))
		.orderBy(t.accounts.name);
}

/** The actor that an account is. */
export function actorOf(portal: Portal, account: Account): Actor {
	if (account.kind === 'resident') {
		if (!account.personId) throw new Error(`account ${account.id} of a resident has no person`);
		return { kind: 'resident', id: account.id, personId: account.personId, portal };
	}
	const { id, gemeentecodes } = account;
	if (account.kind === 'partner') {
		const { partnerId } = account;
		if (!partnerId) throw new Error(`account ${id} of a partner has none`);
		return { kind: 'partner', id, partnerId, gemeentecodes, portal } satisfies Partner;
	}
	const staffActor: Staff = {
		kind: 'staff',
		id,
		roles: account.roles.filter(isRole),
		gemeentecodes,
		portal,
	};
	return staffActor;
}

/** Whether a text is one of the roles. */
export function isRole(text: string): text is Role {
	return text === 'klantmanager' || text === 'teamLead' || text === 'administrator';
}

/**
 * Stands beside the role of an administrator whom an operator appointed, so that a role which the identity provider
 * granted once ends when it grants it no longer.
 */
const appointed = 'appointed';

function appointedRoles(known: Account | null): string[] {
	return known?.roles.includes(appointed) ? ['administrator', appointed] : [];
}

function ofTenant(portal: Portal, gemeentecodes: readonly string[]): string[] {
	const own = new Set(portal.tenant.gemeenten.map(({ gemeentecode }) => gemeentecode));
	return gemeentecodes.filter((code) => own.has(code));
}
