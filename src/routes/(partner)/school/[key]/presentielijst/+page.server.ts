import * as agenda from '#lib/server/agenda/agenda.ts';
import { answer, partner } from '../../../../../hooks/answer.ts';
import { shownOf } from '../../shown.ts';
import type { PageServerLoadEvent } from './$types';

/** The list of one lesson on paper. */
export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const { lesson, pupils } = await agenda.lesson(partner(locals), params.key);
	const { at, cohortName, kind, on, place, until } = shownOf(lesson);
	return {
		back: `/school/${lesson.key}`,
		sheet: { kind, on, at, until, place },
		group: cohortName,
		names: pupils.map(({ name, personId }) => ({ id: personId, name })),
	};
});
