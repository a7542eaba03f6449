import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { newId } from '#lib/server/id.ts';
import * as submissions from '#lib/server/submissions/submissions.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const submission = await submissions.one(resident(locals), params.submission);
	return {
		submission,
		dueOn: submissions.answerDueOn(submission),
		isSilent: submissions.kindOf(submission.kind).isSilent,
		key: newId(),
	};
});

const added = v.object({ key: fields.text(22), words: fields.text(submissions.longestWords) });
const withdrawn = v.object({ key: fields.text(22) });

export const actions = {
	add: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(added, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const line = { id: params.submission, ...form.value };
		await submissions.add(resident(locals), line, locals.moment);
		redirect(303, `/ingediend/${params.submission}`);
	}),

	withdraw: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(withdrawn, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const line = { id: params.submission, key: form.value.key };
		await submissions.withdraw(resident(locals), line, locals.moment);
		redirect(303, `/ingediend/${params.submission}`);
	}),
} satisfies Actions;
