import { eq } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import { permitted, type Resident } from '../access/access.ts';
import { dayOf } from '../clock.ts';
import * as notices from '../notices/notices.ts';
import * as people from '../people/people.ts';
import { addressOf } from './address.ts';

/** A phone or a mailbox; `verifiedOn` is null for one that nobody answered a code from. */
export interface Reached {
	readonly value: string | null;
	readonly verifiedOn: Day | null;
}

export interface OwnContact {
	readonly address: string | null;
	readonly phone: Reached;
	readonly email: Reached;
	/** Who asked that nothing goes out; what the gemeente asked for ends only together with the gemeente. */
	readonly safeContact: 'off' | 'bySelf' | 'byGemeente';
}

/** How the gemeente reaches the person, for the person. */
export async function own(actor: Resident): Promise<OwnContact> {
	const person = permitted(actor, 'contact.read', await people.own(actor));
	const { portal } = actor;
	const { personContacts: t } = portal.store.t;
	const [row] = await portal.store.read.select().from(t).where(eq(t.personId, person.id));
	const reached = (value: string | null, key?: string | null, at?: number | null): Reached => ({
		value,
		verifiedOn:
			value !== null && key === notices.addressKey(portal, value) && at ? dayOf(at) : null,
	});
	const bySelf = row?.safeContactSaidAt ? 'bySelf' : 'byGemeente';
	return {
		address: await addressOf(actor, person.id),
		phone: reached(person.phone, row?.phoneKey, row?.phoneVerifiedAt),
		email: reached(person.email, row?.emailKey, row?.emailVerifiedAt),
		safeContact: person.safeContact ? bySelf : 'off',
	};
}
