import * as hours from '#lib/server/hours/hours.ts';
import { answer, resident } from '../../../hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load = answer(async ({ locals }) => {
	const actor = resident(locals);
	const [overview, outlook, entries] = await Promise.all([
		hours.overview(actor, actor.personId, locals.moment),
		hours.outlook(actor, actor.personId, locals.moment),
		hours.list(actor, actor.personId),
	]);
	return { overview, outlook, entries };
}) satisfies PageServerLoad;
