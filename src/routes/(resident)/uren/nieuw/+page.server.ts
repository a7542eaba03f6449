import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as hours from '#lib/server/hours/hours.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import { text } from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { Actions, PageServerLoad } from './$types';

const dropped = v.object({ draft: text(22) });

export const load = answer(async ({ locals }) => {
	const actor = resident(locals);
	const { declaring } = await hours.overview(actor, actor.personId, locals.moment);
	const last = declaring === 'open' ? await hours.last(actor) : null;
	return { declaring, last, drafts: await hours.drafts(actor) };
}) satisfies PageServerLoad;

export const actions = {
	start: answer(async ({ locals }) => {
		const started = await hours.startDraft(resident(locals), locals.moment);
		if (!started.ok) return fail(400, { problems: started.problems });
		redirect(303, `/uren/nieuw/${started.value}/wat`);
	}),
	again: answer(async ({ locals }) => {
		const started = await hours.startAgain(resident(locals), locals.moment);
		if (!started.ok) return fail(400, { problems: started.problems });
		redirect(303, `/uren/nieuw/${started.value}/wanneer`);
	}),
	drop: answer(async ({ locals, request }) => {
		const form = await readForm(dropped, request);
		if (form.ok) await hours.dropDraft(resident(locals), form.value.draft);
		redirect(303, '/uren/nieuw');
	}),
} satisfies Actions;
