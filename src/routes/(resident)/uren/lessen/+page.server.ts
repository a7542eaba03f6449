import * as course from '#lib/server/course/course.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load = answer(async ({ locals }) => {
	const actor = resident(locals);
	const overview = await course.overview(actor, actor.personId);
	// Who wrote a line, and in which words the source is filed, is for the staff.
	const lines = overview.lines.map(({ recordedBy: _by, sourceText: _text, ...line }) => line);
	return { overview: { ...overview, lines } };
}) satisfies PageServerLoad;
