import { fail, redirect } from '@sveltejs/kit';
import { permitted } from '#lib/server/access/access.ts';
import * as course from '#lib/server/course/course.ts';
import { NotFound } from '#lib/server/errors.ts';
import * as people from '#lib/server/people/people.ts';
import { answer, staff } from '../../../../../../../hooks/answer.ts';
import { readForm } from '../../../../../../../hooks/form.ts';
import { statementFields, statementTyped, typedOf } from '../statement-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = permitted(actor, 'course.write', await people.find(actor, params.id));
	const { lines } = await course.overview(actor, person.id);
	const line = lines.find(({ id }) => id === params.line);
	if (!line) throw new NotFound();
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		stored: typedOf(line),
		isReplaced: line.replacedBy !== null,
	};
});

export const actions = {
	default: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(statementFields, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { id, line } = params;
		const statement = statementTyped(form.value);
		const outcome = await course.correct(staff(locals), id, line, statement, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/mensen/${id}/lesuren?bewaard`);
	}),
} satisfies Actions;
