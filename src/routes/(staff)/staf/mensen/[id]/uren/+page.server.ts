import * as hours from '#lib/server/hours/hours.ts';
import * as people from '#lib/server/people/people.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load = answer(async ({ locals, params }) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	await people.logReading(actor, person.id, locals.moment.now);
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		duo: await hours.forDuo(actor, person.id, locals.moment),
		today: locals.moment.today,
		overview: await hours.overview(actor, person.id, locals.moment),
		entries: await hours.list(actor, person.id),
	};
}) satisfies PageServerLoad;
