import * as people from '#lib/server/people/people.ts';
import * as waysIn from '#lib/server/ways-in/ways-in.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

/** How somebody gets into the portal, and the letters that let them. */
export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const { person, ...access } = await waysIn.forDesk(actor, params.id, locals.moment);
	await people.logReading(actor, person.id, locals.moment.now);
	return {
		...access,
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		isSafe: person.safeContact,
	};
});
