import type { Policy } from '#lib/law/policy.ts';
import type { Actor } from '../access/access.ts';
import type * as people from '../people/people.ts';
import type * as pip from '../pip/pip.ts';
import { policyFor } from '../tenants/tenants.ts';

/** What the gemeente chose, with the number of voortgangsgesprekken that the plan itself says (B 5.3(4)). */
export function policyIn(actor: Actor, person: people.Person, { current }: pip.Pips): Policy {
	const policy = policyFor(actor.portal.tenant, person.gemeentecode);
	const perYear = current?.content.voortgangsgesprekken;
	return perYear === undefined ? policy : { ...policy, voortgangsgesprekkenPerYear: perYear };
}
