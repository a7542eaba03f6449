import { eq } from 'drizzle-orm';
import { type Actor, permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as people from '../people/people.ts';
import { opened, seal } from './sealed.ts';

/** Longest address: street with number, postcode and town. */
export const addressMax = 200;

/** Where somebody lives, as far as it is known; sealed, for who is looked for must not be found here. */
export async function addressOf(actor: Actor, personId: string): Promise<string | null> {
	permitted(actor, 'contact.read', await people.find(actor, personId));
	const { store } = actor.portal;
	const { personContacts: t } = store.t;
	const [row] = await store.read.select().from(t).where(eq(t.personId, personId));
	return row?.addressSealed
		? opened(actor.portal, 'person_contacts', personId, row.addressSealed)
		: null;
}

/** Writes the address down, null for one that is not known any more. The audit tells that, and not where. */
export async function sayAddress(
	actor: Staff,
	personId: string,
	address: string | null,
	{ now }: Moment,
): Promise<void> {
	permitted(actor, 'contact.write', await people.find(actor, personId));
	const { portal } = actor;
	const { personContacts: t } = portal.store.t;
	const addressSealed = address && seal(portal, 'person_contacts', personId, address);
	await portal.store.write(now, async (tx, log) => {
		await tx
			.insert(t)
			.values({ personId, addressSealed })
			.onConflictDoUpdate({ target: t.personId, set: { addressSealed } });
		log({ actor: actor.id, action: 'contact.address', subject: personId, personId });
	});
}
