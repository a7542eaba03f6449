import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { mayLead } from '#lib/server/access/access.ts';
import * as agenda from '#lib/server/agenda/agenda.ts';
import * as people from '#lib/server/people/people.ts';
import * as timetables from '#lib/server/timetables/timetables.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import * as fields from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	timetables.expectDesk(actor);
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
		isTaken: url.searchParams.has('overgenomen'),
		isGone: url.searchParams.has('weg'),
	};
});

const schema = v.object({
	for: v.pipe(
		fields.text(40),
		v.regex(/^(persoon|groep):[\w-]{22}$/, 'notAChoice'),
		v.transform((value): agenda.ForWhom => {
			const [whom, id = ''] = value.split(':');
			return whom === 'groep' ? { cohortId: id } : { personId: id };
		}),
	),
	name: fields.text(timetables.longest.name),
	kind: fields.choice(agenda.agendaKinds),
});

export const actions = {
	read: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { for: forWhom, kind, name } = form.value;
		const [file] = form.files;
		const about = { forWhom, kind, name };
		const read = await timetables.readIn(staff(locals), about, file, locals.moment);
		if (!read.ok) return fail(400, { problems: read.problems, typed: form.typed });
		redirect(303, `/staf/agenda/importeren/${read.value}`);
	}),
} satisfies Actions;
