import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as contacts from '#lib/server/contacts/contacts.ts';
import { NotFound } from '#lib/server/errors.ts';
import { newId } from '#lib/server/id.ts';
import * as submissions from '#lib/server/submissions/submissions.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** The key is made with the page, so that a second tap is not a second bezwaar. */
export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const decisions = await submissions.decisions(actor, locals.moment);
	const decision = decisions.find(({ version }) => version === Number(params.version));
	if (!decision) throw new NotFound();
	if (decision.submissionId) redirect(303, `/ingediend/${decision.submissionId}`);
	const address = await contacts.addressOf(actor, actor.personId);
	return { decision, address, key: newId() };
});

const bezwaar = v.object({
	key: fields.text(22),
	words: fields.optionalText(submissions.longestWords),
	lateReason: fields.optionalText(submissions.longestWords),
	address: fields.optionalText(contacts.addressMax),
});

export const actions = {
	send: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(bezwaar, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { language, moment } = locals;
		const wish = { ...form.value, version: Number(params.version), language };
		const outcome = await submissions.objectTo(resident(locals), wish, moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/ingediend/${outcome.value.id}`);
	}),
} satisfies Actions;
