import * as accounts from '#lib/server/accounts/accounts.ts';
import * as agenda from '#lib/server/agenda/agenda.ts';
import * as modules from '#lib/server/modules/modules.ts';
import * as people from '#lib/server/people/people.ts';
import * as pip from '#lib/server/pip/pip.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import type { Actions, PageServerLoadEvent } from './$types';
import { attendedFor } from './attended.ts';
import { slotOf, slotsByModule } from './slots.ts';
import { stepActions } from './step-actions.ts';

/** The dated steps of somebody's modules, and the form for one of them. */
export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	await people.logReading(actor, person.id, locals.moment.now);
	const facts = pip.factsOf(person, await pip.of(actor, person.id));
	const leerroute = facts.stelsel === 'wi2013' ? undefined : facts.leerroute;
	const allowed = modules.kindsFor(facts);
	const lines = await modules.history(actor, person.id);
	const attended = await agenda.attended(actor, person.id);
	const names = await accounts.namesOf(
		actor.portal,
		lines.map(({ recordedBy }) => recordedBy),
	);
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		names: Object.fromEntries(names),
		isZ: leerroute === 'Z',
		modules:
			allowed.length === 0
				? null
				: slotsByModule(lines, allowed).map((one) => ({
						...one,
						attended: attendedFor(one.module, attended, locals.moment.today),
					})),
		asked: slotOf(lines, allowed, url.searchParams.get('stap')),
		isSaved: url.searchParams.has('bewaard'),
	};
});

export const actions = stepActions('modules') satisfies Actions;
