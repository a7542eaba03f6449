import * as people from '#lib/server/people/people.ts';
import * as pip from '#lib/server/pip/pip.ts';
import { policyFor } from '#lib/server/tenants/tenants.ts';
import { answer, resident } from '../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

export const load = answer(async ({ locals }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const { today } = locals.moment;
	const person = await people.own(actor);
	const pips = await pip.of(actor, person.id);
	const facts = pip.factsOf(person, pips);
	const { current } = pips;
	return {
		plan: current && pip.shown(person, pips, current, locals.language, today),
		awaited: pip.awaited(facts, today),
		steps: pip.stepsOf(facts, policyFor(actor.portal.tenant, person.gemeentecode), today),
	};
});
