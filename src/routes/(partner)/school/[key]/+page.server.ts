import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as agenda from '#lib/server/agenda/agenda.ts';
import { answer, partner } from '../../../../hooks/answer.ts';
import { marksOf } from '../../../../hooks/attendance-form.ts';
import { readForm } from '../../../../hooks/form.ts';
import { shownOf } from '../shown.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** One lesson: who is expected, who reported to be absent, and who was there. */
export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const { lesson, pupils } = await agenda.lesson(partner(locals), params.key);
	return {
		lesson: shownOf(lesson),
		pupils,
		hasBegun: lesson.startsAt <= locals.moment.now,
		isSaved: url.searchParams.has('presentie'),
	};
});

const attendForm = v.record(v.string(), v.string());

export const actions = {
	attend: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(attendForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const marks = marksOf(form.value);
		const outcome = await agenda.record(partner(locals), params.key, marks, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/school/${params.key}?presentie`);
	}),
} satisfies Actions;
