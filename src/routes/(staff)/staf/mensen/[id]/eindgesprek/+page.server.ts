import * as dossiers from '#lib/server/dossier/dossier.ts';
import * as people from '#lib/server/people/people.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

/** What is in and what is missing for the eindgesprek of the Z-route. */
export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	await people.logReading(actor, person.id, locals.moment.now);
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		dossier: await dossiers.of(actor, person.id, locals.moment),
	};
});
