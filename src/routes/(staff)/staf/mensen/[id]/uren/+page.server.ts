import { fail, redirect } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/accounts.ts';
import * as duoReports from '#lib/server/duo-reports/duo-reports.ts';
import * as hours from '#lib/server/hours/hours.ts';
import * as people from '#lib/server/people/people.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import { reportFields, saidOf } from './report-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	await people.logReading(actor, person.id, locals.moment.now);
	const { kinds, reports, totals } = await duoReports.overview(actor, person.id, locals.moment);
	const writers = [...new Set(reports.map(({ recordedBy }) => recordedBy))];
	const names = await accounts.namesOf(actor.portal, writers);
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		duo: {
			kinds,
			totals,
			seen: reports[0]?.number ?? 0,
			reports: reports.map(({ recordedAt: _at, recordedBy, ...report }) => ({
				...report,
				by: names.get(recordedBy) ?? '–',
			})),
		},
		today: locals.moment.today,
		overview: await hours.overview(actor, person.id, locals.moment),
		entries: await hours.list(actor, person.id),
		isNoted: url.searchParams.has('genoteerd'),
	};
});

export const actions = {
	report: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(reportFields, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const said = saidOf(form.value);
		const outcome = await duoReports.record(staff(locals), params.id, said, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/mensen/${params.id}/uren?genoteerd#duo`);
	}),
} satisfies Actions;
