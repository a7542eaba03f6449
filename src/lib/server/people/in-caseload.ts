import { and, eq, inArray, or, type SQL } from 'drizzle-orm';
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

/** `inCaseload` with the people of those for whom a klantmanager stands in: the same rule as `mayStandIn`. */
export function inCaseloadOrStandIn(actor: Staff, absent: readonly string[]): SQL | undefined {
	const { people } = actor.portal.store.t;
	if (absent.length === 0 || !actor.roles.includes('klantmanager')) return inCaseload(actor);
	const here = inArray(people.gemeentecode, [...actor.gemeentecodes]);
	return or(inCaseload(actor), and(here, inArray(people.klantmanagerId, [...absent])));
}
