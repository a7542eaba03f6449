import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import * as people from '#lib/server/people/people.ts';
import * as statements from '#lib/server/statement/statement.ts';
import { answer, staff } from '../../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** The urenoverzicht of somebody, and whether a check value is one that was given. */
export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	await people.logReading(actor, person.id, locals.moment.now);
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		statement: await statements.of(actor, person.id, locals.moment),
	};
});

const checkForm = v.object({ code: fields.text(60) });

export const actions = {
	check: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(checkForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const given = await statements.check(staff(locals), params.id, form.value.code);
		return { given, typed: form.typed };
	}),
} satisfies Actions;
