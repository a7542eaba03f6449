import { and, eq } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import type { Account } from '../accounts/accounts.ts';
import * as notices from '../notices/notices.ts';
import type { Person } from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { policyFor } from '../tenants/tenants.ts';
import type { Target } from './codes.ts';
import type { CodeChannel } from './kinds.ts';

/** The ways by which this installation can send, of those that a code can take. */
export type Offered = readonly CodeChannel[];

/**
 * The ways by which somebody can get codes: what the gemeente allows, this installation can send, and the gemeente
 * knows the number or address of. None with veilig contact: nothing goes out, and the desk helps.
 */
export function channelsFor(portal: Portal, person: Person, offered: Offered): CodeChannel[] {
	if (person.safeContact) return [];
	const allowed = policyFor(portal.tenant, person.gemeentecode).signInCodes ?? [];
	return allowed.filter(
		(channel) => offered.includes(channel) && notices.reachOf(person, channel) !== null,
	);
}

/** Whether anybody of this tenant can get codes: then the page about them is shown. */
export function areCodesOffered({ tenant }: Portal, offered: Offered): boolean {
	return tenant.gemeenten.some(({ gemeentecode }) =>
		(policyFor(tenant, gemeentecode).signInCodes ?? []).some((channel) =>
			offered.includes(channel),
		),
	);
}

/**
 * Who this is, by the number or address that the gemeente knows and the day of birth, and gets a code at each sign-in;
 * null for nobody and for two who cannot be told apart. The day only narrows (ASVS 5.0 6.4.2): a household shares a phone.
 */
export async function targetOf(
	portal: Portal,
	reach: string,
	bornOn: Day,
	offered: Offered,
): Promise<Target | null> {
	const { accounts: a, codeWays: w, people: p } = portal.store.t;
	const rows = await portal.store.read
		.select({ person: p, account: a, way: w })
		.from(p)
		.innerJoin(a, and(eq(a.personId, p.id), eq(a.kind, 'resident')))
		.innerJoin(w, eq(w.accountId, a.id))
		.where(eq(p.bornOn, bornOn));
	const fitting = rows.filter(({ person }) => isReachedBy(person, reach));
	const [found, ...more] = fitting;
	if (!found || more.length > 0 || found.account.disabledAt !== null) return null;
	const { account, person, way } = found;
	if (!channelsFor(portal, person, offered).includes(way.channel)) return null;
	return { account, channel: way.channel, isFirst: false };
}

/** The person of an account, to send to and to say where to. */
export async function personOf({ store }: Portal, { personId }: Account): Promise<Person | null> {
	const { people: p } = store.t;
	const [person] = await store.read
		.select()
		.from(p)
		.where(eq(p.id, personId ?? ''));
	return person ?? null;
}

function isReachedBy(person: Person, reach: string): boolean {
	const mail = notices.reachOf(person, 'email')?.toLowerCase();
	const phone = notices.reachOf(person, 'sms');
	const typed = { ...person, phone: reach };
	return (
		(mail !== undefined && mail === reach.toLowerCase()) ||
		(phone !== null && phone === notices.reachOf(typed, 'sms'))
	);
}
