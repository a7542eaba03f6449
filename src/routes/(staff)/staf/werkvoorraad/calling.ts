import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as calls from '#lib/server/calls/calls.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { RequestEvent } from './$types';

const called = v.object({ called: fields.text(22), calledOn: fields.day });
const notReached = v.object({ notReached: fields.text(22), tries: fields.whole(0, 999_999) });

/** The call that somebody asked for was made, or nobody answered. */
export const calling = {
	called: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(called, request);
		const personId = form.typed['called'] ?? '';
		if (!form.ok) return fail(400, { called: personId, problems: form.problems });
		const { calledOn } = form.value;
		const outcome = await calls.settle(staff(locals), { personId, calledOn }, locals.moment);
		if (!outcome.ok) return fail(400, { called: personId, problems: outcome.problems });
		redirect(303, '/staf/werkvoorraad?verwerkt#bellen');
	}),
	notReached: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(notReached, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const { notReached: personId, tries: seen } = form.value;
		await calls.notReached(staff(locals), { personId, seen }, locals.moment);
		redirect(303, '/staf/werkvoorraad?verwerkt#bellen');
	}),
};
