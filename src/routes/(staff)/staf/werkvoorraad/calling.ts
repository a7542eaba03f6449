import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as diary from '#lib/server/diary/diary.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { RequestEvent } from './$types';

const called = v.object({ called: fields.text(22), calledOn: fields.day });

/** The call that somebody asked for was made. */
export const calling = {
	called: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(called, request);
		const personId = form.typed['called'] ?? '';
		if (!form.ok) return fail(400, { called: personId, problems: form.problems });
		const { calledOn } = form.value;
		const outcome = await diary.called(staff(locals), { personId, calledOn }, locals.moment);
		if (!outcome.ok) return fail(400, { called: personId, problems: outcome.problems });
		redirect(303, '/staf/werkvoorraad?verwerkt#bellen');
	}),
};
