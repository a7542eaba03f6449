import { eq } from 'drizzle-orm';
import { permitted, type Staff } from '../access/access.ts';
import type { Person } from '../people/people.ts';
import type { Contactpersoon, Mandaat } from './decided.ts';
import { mandaatOf } from './suggested-decisions.ts';

/** Who decides about somebody's plan, and whom to turn to, as it stands today; a plan keeps what held at its day. */
export async function decidersOf(
	actor: Staff,
	person: Person,
): Promise<{
	readonly mandaat: Mandaat | null;
	readonly contactpersoon: Contactpersoon | null;
}> {
	permitted(actor, 'pip.draft', person);
	const { read, t } = actor.portal.store;
	const [klantmanager] = await read
		.select({ name: t.accounts.name, phone: t.accounts.phone })
		.from(t.accounts)
		.where(eq(t.accounts.id, person.klantmanagerId));
	return {
		mandaat: mandaatOf(actor.portal.tenant, person.gemeentecode),
		contactpersoon: klantmanager ?? null,
	};
}
