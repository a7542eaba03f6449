import { and, eq, inArray, type SQL } from 'drizzle-orm';
import type { Staff } from '../access/access.ts';

/**
 * The people for whom a member of staff works, as a condition on their rows: the same rule as `may` has for the
 * caseload, for lists and counts.
 */
export function inCaseload(actor: Staff): SQL | undefined {
	const { people } = actor.portal.store.t;
	const isLead = actor.roles.includes('teamLead');
	const isKlantmanager = actor.roles.includes('klantmanager');
	const codes = isLead || isKlantmanager ? [...actor.gemeentecodes] : [];
	const here = inArray(people.gemeentecode, codes);
	return isLead ? here : and(here, eq(people.klantmanagerId, actor.id));
}
