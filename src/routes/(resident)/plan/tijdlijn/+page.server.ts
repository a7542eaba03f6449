import * as modules from '#lib/server/modules/modules.ts';
import { heard } from '#lib/server/recordings/heard.ts';
import * as timeline from '#lib/server/timeline/timeline.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

/** The own timeline: what was, what is now, what comes. */
export const load = answer(async ({ locals }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const line = await timeline.of(actor, actor.personId, locals.moment);
	return {
		line,
		first: timeline.upcoming(line, 3),
		arrival: await timeline.arrival(actor, actor.personId),
		least: modules.leastHours(locals.moment.today),
		heard: await heard(actor, locals.language, () => []),
	};
});
