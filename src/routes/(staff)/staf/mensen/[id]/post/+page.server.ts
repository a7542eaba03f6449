import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as people from '#lib/server/people/people.ts';
import * as sending from '#lib/server/sending/sending.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	const choices = await sending.choices(actor, person.id, 'decisions');
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		canRead: person.canRead,
		way: choices[0]?.way ?? 'paper',
		choices: choices.map(({ way, chosenOn, atDesk }) => ({ way, chosenOn, atDesk })),
		today: locals.moment.today,
		isSaved: url.searchParams.has('bewaard'),
	};
});

const schema = v.object({ way: fields.choice(sending.ways), chosenOn: fields.day });

export const actions = {
	choose: answer(async ({ locals, params, request }: RequestEvent) => {
		const actor = staff(locals);
		const person = await people.find(actor, params.id);
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const chosen = { kind: 'decisions', ...form.value } as const;
		const outcome = await sending.choose(actor, person.id, chosen, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/mensen/${person.id}/post?bewaard`);
	}),
} satisfies Actions;
