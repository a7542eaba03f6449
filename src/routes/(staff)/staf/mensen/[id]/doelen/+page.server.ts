import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as people from '#lib/server/people/people.ts';
import * as pip from '#lib/server/pip/pip.ts';
import * as progress from '#lib/server/progress/progress.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** How far somebody is with the goals of the plan that holds now. Nothing on this page changes the plan itself. */
export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	const pips = await pip.of(actor, person.id);
	const { current } = pips;
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		goals: current ? pip.shown(person, pips, current, 'nl', locals.moment.today).goals : [],
		progress: current ? await progress.of(actor, current) : {},
		today: locals.moment.today,
		isSaved: url.searchParams.has('bewaard'),
	};
});

const part = { partId: fields.text(60), seen: fields.whole(0, 999_999) };
const stateForm = v.object({ ...part, state: fields.choice(progress.progressStates) });
const dayForm = v.object({
	...part,
	newDayOn: fields.day,
	reason: fields.choice(progress.newDayReasons),
});

export const actions = {
	state: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(stateForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { state, ...seen } = form.value;
		const about = { ...seen, personId: params.id };
		const outcome = await progress.sayState(staff(locals), about, state, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, saved(params.id, seen.partId));
	}),
	day: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(dayForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { newDayOn: on, reason, ...seen } = form.value;
		const about = { ...seen, personId: params.id };
		const outcome = await progress.sayDay(staff(locals), about, { on, reason }, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, saved(params.id, seen.partId));
	}),
} satisfies Actions;

function saved(personId: string, partId: string): string {
	return `/staf/mensen/${personId}/doelen?bewaard#deel-${encodeURIComponent(partId)}`;
}
