import * as rules from '#lib/server/rules/rules.ts';
import * as submissions from '#lib/server/submissions/submissions.ts';
import { answer, resident } from '../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

export const load = answer(async ({ locals }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const { helpers } = await rules.read(actor, 'bezwaar', locals.moment.today);
	return { decisions: await submissions.decisions(actor, locals.moment), helpers };
});
