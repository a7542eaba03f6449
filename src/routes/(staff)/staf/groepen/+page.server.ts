import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { mayLead } from '#lib/server/access/access.ts';
import * as agenda from '#lib/server/agenda/agenda.ts';
import { gemeente } from '#lib/server/tenants/tenants.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The groups of the own gemeenten, and the form for a new one. */
export const load = answer(async ({ locals }) => {
	const actor = staff(locals);
	const { tenant } = locals.portal;
	const partners = tenant.partners.map(({ id, name }) => ({ value: id, text: name }));
	const cohorts = await agenda.cohorts.list(actor);
	return {
		cohorts: cohorts.map((cohort) => ({
			id: cohort.id,
			name: cohort.name,
			kind: cohort.kind,
			isLed: mayLead(actor, cohort),
			gemeente: gemeente(tenant, cohort.gemeentecode)?.name ?? '',
			partner: partners.find(({ value }) => value === cohort.partnerId)?.text ?? null,
		})),
		partners,
		gemeenten: actor.gemeentecodes.map((value) => ({
			value,
			text: gemeente(tenant, value)?.name ?? value,
		})),
	};
}) satisfies PageServerLoad;

const newForm = v.object({
	name: fields.text(60),
	kind: fields.choice(agenda.agendaKinds),
	gemeentecode: fields.text(4),
	partnerId: fields.optionalText(60),
});

export const actions = {
	start: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(newForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const outcome = await agenda.cohorts.start(staff(locals), form.value, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/groepen/${outcome.value.id}?gemaakt`);
	}),
} satisfies Actions;
