import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as hours from '#lib/server/hours/hours.ts';
import * as proposals from '#lib/server/proposals/proposals.ts';
import { activities } from '#lib/server/tenants/activities.ts';
import { answer, resident } from '../../../../../../hooks/answer.ts';
import { optionalText } from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import { around, firstOpen, stepsFor } from '../../questions.ts';
import { answersOf } from './answers.ts';
import { soon } from './soon.ts';
import type { Actions, PageServerLoad } from './$types';

export const load = answer(async ({ locals, params }) => {
	const actor = resident(locals);
	const { portal } = actor;
	const { today } = locals.moment;
	const draft = await proposals.findDraft(actor, params.proposal);
	if (!draft)
		redirect(303, `/uren/voorstel/${(await proposals.proposal(actor, params.proposal)).id}`);
	const steps = stepsFor(portal, draft.content.activity);
	const open = firstOpen(portal, draft.content, today);
	if (steps.indexOf(open) < steps.indexOf(params.step) || !steps.includes(params.step)) {
		redirect(303, `/uren/voorstel/${draft.id}/${open}`);
	}
	return {
		step: params.step,
		draftId: draft.id,
		content: draft.content,
		seen: proposals.fingerprint(actor, draft.content) ?? '',
		asked: proposals.asked(portal, draft.content.activity),
		choices: proposals.choices(portal).map(({ id }) => ({ id, icon: activities[id].icon })),
		organisations: params.step === 'waar' ? await hours.knownOrganisations(actor) : [],
		days: soon(today),
		...around(steps, draft.id, params.step),
	};
}) satisfies PageServerLoad;

const sending = v.object({ seen: optionalText(64) });

export const actions = {
	save: answer(async ({ locals, params, request }) => {
		const actor = resident(locals);
		const draft = await proposals.findDraft(actor, params.proposal);
		if (!draft) redirect(303, `/uren/voorstel/${params.proposal}`);
		const needed = proposals.asked(actor.portal, draft.content.activity);
		const form = await answersOf(params.step, request, draft.content, needed);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const saved = await proposals.saveStep(actor, draft.id, form.value, locals.moment);
		if (!saved.ok) return fail(400, { problems: saved.problems, typed: form.typed });
		const { content } = saved.value;
		const open = firstOpen(actor.portal, content, locals.moment.today);
		redirect(303, `/uren/voorstel/${draft.id}/${open}`);
	}),
	send: answer(async ({ locals, params, request }) => {
		const form = await readForm(sending, request);
		const seen = form.ok ? form.value.seen : null;
		const sent = await proposals.send(resident(locals), params.proposal, locals.moment, seen);
		if (!sent.ok) return fail(400, { problems: sent.problems, typed: {} });
		redirect(303, `/uren/voorstel/${sent.value}`);
	}),
} satisfies Actions;
