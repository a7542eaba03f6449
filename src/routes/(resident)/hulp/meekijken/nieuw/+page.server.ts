import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as helpers from '#lib/server/helpers/helpers.ts';
import { newId } from '#lib/server/id.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import * as fields from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const schema = v.object({
	id: fields.text(22),
	name: fields.text(helpers.longestName),
	agenda: fields.ticked,
	hours: fields.ticked,
	plan: fields.ticked,
	messages: fields.ticked,
	term: fields.choice(helpers.helperTerms),
});

export const load = answer(async ({ locals }: PageServerLoadEvent) => {
	const { isSafe } = await helpers.own(resident(locals), locals.moment);
	const { helperScopes: scopes, helperTerms: terms } = helpers;
	return { id: newId(), isSafe, scopes, terms };
});

export const actions = {
	default: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { id, name, term, ...ticked } = form.value;
		const sees = helpers.helperScopes.filter((scope) => ticked[scope]);
		const allowed = await helpers.letLook(
			resident(locals),
			{ id, name, sees, term },
			locals.moment,
		);
		if (!allowed.ok) return fail(400, { problems: allowed.problems, typed: form.typed });
		redirect(303, `/hulp/meekijken/${allowed.value}`);
	}),
} satisfies Actions;
