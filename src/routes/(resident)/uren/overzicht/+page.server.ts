import * as statements from '#lib/server/statement/statement.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load = answer(async ({ locals }) => {
	const actor = resident(locals);
	return { statement: await statements.of(actor, actor.personId, locals.moment) };
}) satisfies PageServerLoad;
