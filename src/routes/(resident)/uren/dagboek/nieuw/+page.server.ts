import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as diary from '#lib/server/diary/diary.ts';
import { newId } from '#lib/server/id.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import * as fields from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** The id of the line is made with the page, so that a second tap is not a second line. */
export const load = answer(async ({ locals }: PageServerLoadEvent) => {
	resident(locals);
	return { line: newId(), reasons: diary.reasons };
});

const chosen = v.object({ line: fields.text(22), reason: fields.choice(diary.reasons) });

export const actions = {
	write: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(chosen, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const { line: id, reason } = form.value;
		await diary.write(resident(locals), { id, reason }, locals.moment);
		redirect(303, `/uren/dagboek/${id}?bewaard`);
	}),
} satisfies Actions;
