import { and, asc, eq } from 'drizzle-orm';
import { blindIndex } from '../crypto/blind-index.ts';
import type { Db, Log } from '../db/store.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import type { Account } from './accounts.ts';
import { bySubject, insertIn } from './rows.ts';

/** What the DigiD broker says of somebody who signed in. */
export interface ResidentIdentity {
	readonly issuer: string;
	readonly subject: string;
	readonly bsn: string;
}

/** Of an account that began without a provider: nobody comes in by this name. */
const ownIssuer = 'urn:meedoen:person';

/**
 * The account of an inburgeraar who came in with DigiD; made at the first sign-in of somebody whom the gemeente has
 * registered, and the same one for who came in by a letter before. Null when nobody with this BSN is registered here,
 * or when the account is of somebody else.
 */
export async function ofResident(
	portal: Portal,
	identity: ResidentIdentity,
	now: number,
): Promise<Account | null> {
	const { t, read } = portal.store;
	const index = blindIndex(portal.keyring, portal.tenant.id, identity.bsn);
	const [person] = await read.select().from(t.people).where(eq(t.people.bsnIndex, index));
	if (!person) return null;
	const { issuer, subject } = identity;
	const known =
		(await bySubject(portal, issuer, subject)) ??
		(await portal.store.write(now, (tx, log) => {
			return joinIn(portal, tx, log, person, { issuer, subject }, now);
		}));
	return known.kind === 'resident' && known.personId === person.id ? known : null;
}

/** The account of somebody who came in by a letter, made where there is none. */
export async function ofPersonIn(
	portal: Portal,
	tx: Db,
	log: Log,
	personId: string,
	now: number,
): Promise<Account> {
	const { people: p } = portal.store.t;
	const [person] = await tx.select().from(p).where(eq(p.id, personId));
	if (!person) throw new Error('a letter is of nobody');
	const name = { issuer: ownIssuer, subject: person.id };
	return (
		(await firstOf(portal, tx, person.id)) ??
		insertIn(portal.store.t, tx, log, newAccount(person, name), now)
	);
}

/** Whether the account began with somebody who came back from a provider. */
export function cameByProvider({ issuer }: Account): boolean {
	return issuer !== ownIssuer;
}

/** From now on the provider's name opens the one account of the person. */
async function joinIn(
	portal: Portal,
	tx: Db,
	log: Log,
	person: people.Person,
	name: { readonly issuer: string; readonly subject: string },
	now: number,
): Promise<Account> {
	const { t } = portal.store;
	await people.takeTurn(t, tx, person.id);
	const found = await firstOf(portal, tx, person.id);
	if (!found) return insertIn(t, tx, log, newAccount(person, name), now);
	// Another tab may have made it with this very name since we looked.
	if (found.issuer !== name.issuer || found.subject !== name.subject) {
		const row = { ...name, accountId: found.id, addedAt: now };
		await tx.insert(t.accountIdentities).values(row).onConflictDoNothing();
	}
	const whose = { subject: found.id, personId: person.id };
	log({ actor: found.id, action: 'account.join', ...whose });
	return found;
}

async function firstOf({ store }: Portal, tx: Db, personId: string): Promise<Account | null> {
	const { accounts: t } = store.t;
	const [row] = await tx
		.select()
		.from(t)
		.where(and(eq(t.kind, 'resident'), eq(t.personId, personId)))
		.orderBy(asc(t.createdAt))
		.limit(1);
	return row ?? null;
}

function newAccount(
	{ id: personId, givenName: name, language }: people.Person,
	provider: { readonly issuer: string; readonly subject: string },
) {
	const none = { email: null, roles: [], gemeentecodes: [] } as const;
	return { kind: 'resident', ...provider, personId, name, language, ...none } as const;
}
