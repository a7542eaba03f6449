import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as hours from '#lib/server/hours/hours.ts';
import * as proposals from '#lib/server/proposals/proposals.ts';
import { activityIds } from '#lib/server/tenants/activities.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import { choice, text } from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { Actions, PageServerLoad } from './$types';

const started = v.object({ activity: v.exactOptional(choice(activityIds)) });
const dropped = v.object({ draft: text(22) });

export const load = answer(async ({ locals }) => {
	const actor = resident(locals);
	const { declaring, norm } = await hours.overview(actor, actor.personId, locals.moment);
	return {
		declaring,
		noNorm: norm.applies ? null : norm.reason,
		drafts: declaring === 'open' ? await proposals.drafts(actor) : [],
		proposals: await proposals.list(actor, actor.personId),
	};
}) satisfies PageServerLoad;

export const actions = {
	/** An activity that was tapped in the catalogue is answered already. */
	start: answer(async ({ locals, request }) => {
		const actor = resident(locals);
		const form = await readForm(started, request);
		const begun = await proposals.startDraft(actor, locals.moment);
		if (!begun.ok) return fail(400, { problems: begun.problems });
		if (!form.ok || !form.value.activity) redirect(303, `/uren/voorstel/${begun.value}/wat`);
		const picked = { activity: form.value.activity };
		const saved = await proposals.saveStep(actor, begun.value, picked, locals.moment);
		// "Something else" is nothing without own words: then the first question is asked after all.
		redirect(303, `/uren/voorstel/${begun.value}${saved.ok ? '' : '/wat'}`);
	}),
	drop: answer(async ({ locals, request }) => {
		const form = await readForm(dropped, request);
		if (form.ok) await proposals.dropDraft(resident(locals), form.value.draft);
		redirect(303, '/uren/voorstel');
	}),
} satisfies Actions;
