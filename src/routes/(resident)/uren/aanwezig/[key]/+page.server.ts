import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as hours from '#lib/server/hours/hours.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import * as fields from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** Hours that the list of an activity prepared, to say yes to. */
export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	return { prepared: await hours.preparedAt(resident(locals), params.key, locals.moment) };
});

const confirmForm = v.object({
	dutch: fields.choice(['ja', 'nee']),
	checks: v.optional(fields.text(200), 'none'),
});

export const actions = {
	confirm: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(confirmForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const shown = form.value.checks.split(' ');
		const said = {
			dutchSpoken: form.value.dutch === 'ja',
			asked: hours.checkKinds.filter((kind) => shown.includes(kind)),
		};
		const actor = resident(locals);
		const sent = await hours.confirmAttended(actor, params.key, said, locals.moment);
		if (!sent.ok) return fail(400, { problems: sent.problems, typed: form.typed });
		redirect(303, `/uren/${sent.value.id}`);
	}),
} satisfies Actions;
