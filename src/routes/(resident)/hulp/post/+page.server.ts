import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as sending from '#lib/server/sending/sending.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, url }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const [last] = await sending.choices(actor, actor.personId, 'decisions');
	return {
		way: last?.way ?? 'paper',
		chosenOn: last?.chosenOn ?? null,
		isSaved: url.searchParams.has('bewaard'),
	};
});

const schema = v.object({ way: fields.choice(sending.ways) });

export const actions = {
	choose: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const actor = resident(locals);
		const { moment } = locals;
		const chosen = { kind: 'decisions', way: form.value.way, chosenOn: moment.today } as const;
		const outcome = await sending.choose(actor, actor.personId, chosen, moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems });
		redirect(303, '/hulp/post?bewaard');
	}),
} satisfies Actions;
