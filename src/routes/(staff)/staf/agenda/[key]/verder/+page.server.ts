import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { laterOf } from '#lib/law/day.ts';
import * as agenda from '#lib/server/agenda/agenda.ts';
import { NotFound } from '#lib/server/errors.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import { atFields, plannedOf, planForm, timesOf, typedOf } from '../../plan-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** A series that goes on differently from here. */
export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const { isLed, occurrence, series } = await agenda.deskView(staff(locals), params.key);
	if (!isLed || !series) throw new NotFound();
	return {
		key: params.key,
		revision: occurrence.revision,
		stored: {
			...typedOf(occurrence, series),
			...timesOf(occurrence),
			on: laterOf(occurrence.occurrenceOn, occurrence.on),
		},
	};
});

const fromForm = v.object({ ...planForm.entries, revision: fields.whole(0, 99_999) });

export const actions = {
	plan: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(fromForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { revision, ...value } = form.value;
		const planned = plannedOf(value);
		const actor = staff(locals);
		const outcome = await agenda.changeFrom(actor, params.key, revision, planned, locals.moment);
		if (!outcome.ok) return fail(400, { problems: atFields(outcome.problems), typed: form.typed });
		const first = planned.rule === null ? planned.on : agenda.firstDay(planned.rule, planned.on);
		redirect(303, `/staf/agenda/${outcome.value}.${first ?? planned.on}?bewaard`);
	}),
} satisfies Actions;
