import { fail, redirect } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/accounts.ts';
import * as course from '#lib/server/course/course.ts';
import * as people from '#lib/server/people/people.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import { statementFields, statementTyped } from './statement-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	await people.logReading(actor, person.id, locals.moment.now);
	const overview = await course.overview(actor, person.id);
	const writers = [...new Set(overview.lines.map(({ recordedBy }) => recordedBy))];
	const [school = ''] = await course.schoolsOf(actor, person.id);
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		overview,
		names: Object.fromEntries(await accounts.namesOf(actor.portal, writers)),
		duo: await course.forDuo(actor, person.id, locals.moment),
		suggested: { school, sourceOn: locals.moment.today },
		isSaved: url.searchParams.has('bewaard'),
	};
});

export const actions = {
	record: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(statementFields, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const statement = statementTyped(form.value);
		const outcome = await course.record(staff(locals), params.id, statement, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/mensen/${params.id}/lesuren?bewaard`);
	}),
} satisfies Actions;
