import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { health } from '#lib/server/intake/intake.ts';
import * as people from '#lib/server/people/people.ts';
import { answer, staff } from '../../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** Health in the intake, for the own klantmanager; opening it is logged. */
export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const held = await health.read(actor, params.id, locals.moment);
	const { familyName, givenName } = await people.find(actor, params.id);
	return {
		personId: params.id,
		name: `${givenName} ${familyName}`,
		words: held.words ?? '',
		seen: held.revision,
		isSaved: url.searchParams.has('bewaard'),
	};
});

const schema = v.object({
	words: fields.optionalText(health.longestWords),
	seen: fields.whole(0, 99_999),
});

export const actions = {
	default: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const said = { ...form.value, personId: params.id };
		const outcome = await health.write(staff(locals), said, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/mensen/${params.id}/intake/gezondheid?bewaard`);
	}),
} satisfies Actions;
