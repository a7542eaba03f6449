import * as people from '#lib/server/people/people.ts';
import { helpIn } from '#lib/server/tenants/tenants.ts';
import { answer, resident } from '../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

export const load = answer(async ({ locals }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const person = await people.own(actor);
	const help = helpIn(actor.portal.tenant, person.gemeentecode)
		.filter(({ first }) => first !== null && first.kind !== 'gemeente')
		.map(({ component, first }) => ({ component, organisation: first?.name ?? '' }));
	return { help };
});
