import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { mayLead } from '#lib/server/access/access.ts';
import * as agenda from '#lib/server/agenda/agenda.ts';
import * as people from '#lib/server/people/people.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import * as fields from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';
import { atFields, plannedOf, planForm } from '../plan-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** For whom: `persoon` or `groep` in the address chooses already. */
export const load = answer(async ({ locals, url }) => {
	const actor = staff(locals);
	const [mine, cohorts] = await Promise.all([people.caseload(actor), agenda.cohorts.list(actor)]);
	const [person, cohort] = [url.searchParams.get('persoon'), url.searchParams.get('groep')];
	return {
		people: mine.map(({ familyName, givenName, id }) => ({
			value: `persoon:${id}`,
			text: `${familyName}, ${givenName}`,
		})),
		cohorts: cohorts
			.filter((one) => mayLead(actor, one))
			.map(({ id, name }) => ({ value: `groep:${id}`, text: name })),
		chosen: cohort ? `groep:${cohort}` : person ? `persoon:${person}` : '',
		kind: cohorts.find(({ id }) => id === cohort)?.kind ?? null,
		today: locals.moment.today,
	};
}) satisfies PageServerLoad;

const newForm = v.object({
	...planForm.entries,
	for: v.pipe(
		fields.text(40),
		v.regex(/^(persoon|groep):[\w-]{22}$/, 'notAChoice'),
		v.transform((value): agenda.ForWhom => {
			const [whom, id = ''] = value.split(':');
			return whom === 'groep' ? { cohortId: id } : { personId: id };
		}),
	),
});

export const actions = {
	plan: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(newForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { for: whom, ...value } = form.value;
		const planned = plannedOf(value);
		const outcome = await agenda.plan(staff(locals), whom, planned, locals.moment);
		if (!outcome.ok) return fail(400, { problems: atFields(outcome.problems), typed: form.typed });
		const first = planned.rule === null ? planned.on : agenda.firstDay(planned.rule, planned.on);
		redirect(303, `/staf/agenda/${outcome.value}.${first ?? planned.on}?bewaard`);
	}),
} satisfies Actions;
