import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { permitted } from '#lib/server/access/access.ts';
import { change } from '#lib/server/people/change.ts';
import { groepReasons } from '#lib/server/people/groep-history.ts';
import * as people from '#lib/server/people/people.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import {
	atFields,
	factsTyped,
	fieldsOf,
	gemeentenOf,
	personFields,
	wrongTyped,
} from '../../person-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const schema = v.object({
	...personFields,
	groepChangedOn: fields.optionalDay,
	groepReason: fields.choice(['', ...groepReasons] as const),
	/** The revision that the page was made from. */
	base: fields.whole(0, 999_999),
});

export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = permitted(actor, 'person.write', await people.find(actor, params.id));
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		bsnTail: await people.bsnTail(actor, person.id),
		stored: fieldsOf(person),
		revision: person.revision,
		gemeenten: gemeentenOf(actor),
	};
});

export const actions = {
	default: answer(async ({ locals, params, request }: RequestEvent) => {
		const actor = staff(locals);
		const { id } = permitted(actor, 'person.write', await people.find(actor, params.id));
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { typed, value } = form;
		const facts = factsTyped(value);
		const problems = wrongTyped(facts, actor, locals.moment.today);
		if (problems) return fail(400, { problems, typed });
		const { base, groepChangedOn, groepReason } = value;
		const changed = { facts, groepChangedOn, groepReason: groepReason || null };
		const outcome = await change(actor, id, changed, base, locals.moment);
		if (!outcome.ok) return fail(400, { problems: atFields(outcome.problems), typed });
		redirect(303, `/staf/mensen/${id}?gewijzigd`);
	}),
} satisfies Actions;
