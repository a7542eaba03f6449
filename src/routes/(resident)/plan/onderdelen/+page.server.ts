import * as modules from '#lib/server/modules/modules.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

/** The own lessons, PVT, MAP and exams: what was done of each, and what still comes. */
export const load = answer(async ({ locals }: PageServerLoadEvent) => {
	const actor = resident(locals);
	return { parts: await modules.parts(actor, actor.personId, locals.moment) };
});
