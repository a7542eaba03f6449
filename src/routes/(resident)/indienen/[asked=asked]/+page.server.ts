import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { newId } from '#lib/server/id.ts';
import * as submissions from '#lib/server/submissions/submissions.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import { askedKinds } from '../../../../params/asked.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** The key is made with the page, so that a second tap is not a second time. */
export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	resident(locals);
	const months = submissions.correctionMonths(locals.moment.today);
	return Promise.resolve({ kind: askedKinds[params.asked], months, key: newId() });
});

const asked = v.object({
	key: fields.text(22),
	words: fields.optionalText(submissions.longestWords),
});

export const actions = {
	send: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(asked, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { language, moment } = locals;
		const wish = { ...form.value, kind: askedKinds[params.asked], language };
		const outcome = await submissions.ask(resident(locals), wish, moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/ingediend/${outcome.value.id}`);
	}),
} satisfies Actions;
