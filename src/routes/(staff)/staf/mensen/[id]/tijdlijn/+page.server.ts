import * as modules from '#lib/server/modules/modules.ts';
import * as people from '#lib/server/people/people.ts';
import * as timeline from '#lib/server/timeline/timeline.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

/** Somebody's timeline with the article behind each day, and what is late of whom. */
export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	await people.logReading(actor, person.id, locals.moment.now);
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		line: await timeline.of(actor, person.id, locals.moment),
		least: modules.leastHours(locals.moment.today),
	};
});
