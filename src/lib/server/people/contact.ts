import { eq } from 'drizzle-orm';
import type { Language } from '#lib/languages/languages.ts';
import type { Actor } from '../access/access.ts';
import * as people from './people.ts';

/** Who of the gemeente somebody can always turn to. */
export interface Contact {
	readonly name: string;
	readonly phone: string | null;
	readonly email: string | null;
	readonly officeHours: string | null;
	/** In which languages one can speak with them, beside Dutch. */
	readonly speaks: readonly Language[];
}

/** The klantmanager of a person; null when that account is gone. */
export async function contactOf(actor: Actor, personId: string): Promise<Contact | null> {
	const person = await people.find(actor, personId);
	const { t, read } = actor.portal.store;
	const [account] = await read
		.select({
			name: t.accounts.name,
			phone: t.accounts.phone,
			email: t.accounts.email,
			officeHours: t.accounts.officeHours,
			speaks: t.accounts.speaks,
		})
		.from(t.accounts)
		.where(eq(t.accounts.id, person.klantmanagerId));
	return account ?? null;
}
