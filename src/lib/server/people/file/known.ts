import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Staff } from '../../access/access.ts';
import { blindIndex } from '../../crypto/blind-index.ts';
import type { Schema } from '../../db/schema.ts';
import type { Db } from '../../db/store.ts';
import * as notices from '../../notices/notices.ts';
import * as pip from '../../pip/pip.ts';
import type { PersonFacts } from '../change.ts';
import type { Person } from '../people.ts';
import { plainName } from '../plain-name.ts';
import type { Said } from './line-facts.ts';

/** Somebody of the staff to whom people can be given. */
export interface Manager {
	readonly id: string;
	readonly name: string;
	readonly email: string | null;
	readonly gemeentecodes: readonly string[];
}

/** What the portal knows of the people of a file. Asked in five queries, however many lines there are. */
export interface Known {
	byBsn(bsn: string): Person | undefined;
	/** Everybody of the actor's gemeenten with this name and birthday, also of colleagues. */
	namesakes(said: Pick<Said['facts'], 'familyName' | 'givenName' | 'bornOn'>): readonly Person[];
	pipsOf(personId: string): pip.Pips;
	/** What of somebody stays as it is, whatever a file says. */
	stays(person: Person): Partial<PersonFacts>;
	readonly managers: readonly Manager[];
}

export async function knownFor(actor: Staff, db: Db, lines: readonly Said[]): Promise<Known> {
	const { portal } = actor;
	const { accounts, people, personContacts } = portal.store.t;
	const indexOf = (bsn: string) => blindIndex(portal.keyring, portal.tenant.id, bsn);
	const indexes = lines.map(({ bsn }) => indexOf(bsn));
	const births = [...new Set(lines.map(({ facts }) => facts.bornOn))];
	const same = await db.select().from(people).where(inArray(people.bsnIndex, indexes));
	const here = inArray(people.gemeentecode, [...actor.gemeentecodes]);
	const born = await db
		.select()
		.from(people)
		.where(and(here, inArray(people.bornOn, births)));
	const managers = await db
		.select({
			id: accounts.id,
			name: accounts.name,
			email: accounts.email,
			roles: accounts.roles,
			gemeentecodes: accounts.gemeentecodes,
		})
		.from(accounts)
		.where(and(eq(accounts.kind, 'staff'), isNull(accounts.disabledAt)));
	const ids = same.map(({ id }) => id);
	const pips = await pip.ofMany(actor, ids, db);
	const contacts = await db
		.select()
		.from(personContacts)
		.where(inArray(personContacts.personId, ids));
	const byIndex = new Map(same.map((person) => [person.bsnIndex, person]));
	const byName = Map.groupBy(born, nameKey);
	const byPerson = new Map(contacts.map((row) => [row.personId, row]));
	return {
		byBsn: (bsn) => byIndex.get(indexOf(bsn)),
		namesakes: (said) => byName.get(nameKey(said)) ?? [],
		pipsOf: (personId) => pips.get(personId) ?? { first: null, current: null },
		stays: (person) => staysOf(actor, person, byPerson.get(person.id)),
		managers: managers.filter(({ roles }) => roles.includes('klantmanager')),
	};
}

/**
 * Veilig contact, which a list of another program cannot know of and only a human being ends; and the phone and mailbox
 * from which the person answered a code: what goes to an older one, somebody else reads.
 */
function staysOf(
	{ portal }: Staff,
	{ email, phone, safeContact }: Person,
	contact?: Schema['personContacts']['$inferSelect'],
): Partial<PersonFacts> {
	const isVerified = (value: string | null, key: string | null | undefined) =>
		value !== null && key === notices.addressKey(portal, value);
	return {
		...(safeContact ? { safeContact } : {}),
		...(isVerified(phone, contact?.phoneKey) ? { phone } : {}),
		...(isVerified(email, contact?.emailKey) ? { email } : {}),
	};
}

/** What two administrations that write about the same human being have in common. */
export function nameKey(of: { bornOn: string; familyName: string; givenName?: string }): string {
	return `${of.bornOn} ${plainName(of.familyName)} ${plainName(of.givenName ?? '')}`;
}
