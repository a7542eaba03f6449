import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as absences from '#lib/server/absences/absences.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const [own, replacements] = await Promise.all([
		absences.own(actor, locals.moment),
		absences.replacements(actor, locals.moment),
	]);
	const standIn = replacements.find(({ id }) => id === own?.replacedBy);
	return {
		away: own && { throughOn: own.throughOn, standIn: standIn?.name ?? '–' },
		replacements: replacements.map(({ id, name }) => ({ value: id, text: name })),
		today: locals.moment.today,
		isSaved: url.searchParams.has('bewaard'),
	};
});

const said = v.object({ throughOn: fields.day, replacedBy: fields.text(22) });

export const actions = {
	away: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(said, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const outcome = await absences.say(staff(locals), form.value, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, '/staf/afwezig?bewaard');
	}),
	back: answer(async ({ locals }: RequestEvent) => {
		await absences.end(staff(locals), locals.moment);
		redirect(303, '/staf/afwezig?bewaard');
	}),
} satisfies Actions;
