import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as people from '#lib/server/people/people.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import * as fields from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';
import { atFields, factsTyped, gemeentenOf, personFields, wrongTyped } from '../person-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const schema = v.object({ ...personFields, bsn: fields.bsn });

export const load = answer(async ({ locals }: PageServerLoadEvent) => ({
	gemeenten: gemeentenOf(staff(locals)),
}));

export const actions = {
	default: answer(async ({ locals, request }: RequestEvent) => {
		const actor = staff(locals);
		const { now, today } = locals.moment;
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { typed, value } = form;
		const facts = factsTyped(value);
		const problems = wrongTyped(facts, actor, today);
		if (problems) return fail(400, { problems, typed });
		const outcome = await people.add(actor, { ...facts, bsn: value.bsn }, now);
		if (!outcome.ok) return fail(400, { problems: atFields(outcome.problems), typed });
		redirect(303, `/staf/mensen/${outcome.value.id}?toegevoegd`);
	}),
} satisfies Actions;
