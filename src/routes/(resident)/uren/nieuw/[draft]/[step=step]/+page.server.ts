import { fail, redirect } from '@sveltejs/kit';
import { addDays, isOnOrAfter } from '#lib/law/day.ts';
import * as hours from '#lib/server/hours/hours.ts';
import { activities } from '#lib/server/tenants/activities.ts';
import { answer, resident } from '../../../../../../hooks/answer.ts';
import { steps } from '../../../../../../params/step.ts';
import { around, asked, firstOpen } from '../progress.ts';
import { answersOf } from './answers.ts';
import { uploadOf } from './upload.ts';
import type { Actions, PageServerLoad } from './$types';

export const load = answer(async ({ locals, params }) => {
	const actor = resident(locals);
	const draft = await hours.findDraft(actor, params.draft);
	if (!draft) redirect(303, `/uren/${(await hours.entry(actor, params.draft)).id}`);
	const open = firstOpen(actor.portal, draft.content);
	if (steps.indexOf(open) < steps.indexOf(params.step)) {
		redirect(303, `/uren/nieuw/${draft.id}/${open}`);
	}
	const since = await hours.declarableSince(actor);
	const { hasModuleMap } = await hours.overview(actor, actor.personId, locals.moment);
	const lastDays = Array.from({ length: 7 }, (_, ago) => addDays(locals.moment.today, -ago));
	return {
		step: params.step,
		draftId: draft.id,
		content: draft.content,
		seen: hours.fingerprint(actor, draft.content) ?? '',
		checks: params.step === 'bewijs' ? await hours.checks(actor, draft.content, locals.moment) : [],
		asked: asked(actor.portal, draft.content.activity),
		organisations: await hours.knownOrganisations(actor),
		days: lastDays.filter((on) => since === null || isOnOrAfter(on, since)),
		choices: actor.portal.tenant.activities
			.filter(({ id }) => hours.offered(actor.portal, id))
			.filter(({ id }) => id !== 'moduleMap' || hasModuleMap)
			.map(({ id }) => ({ id, icon: activities[id].icon })),
		...around(draft.id, params.step),
	};
}) satisfies PageServerLoad;

export const actions = {
	save: answer(async ({ locals, params, request }) => {
		const actor = resident(locals);
		const { content, id } = await hours.draft(actor, params.draft);
		const needed = asked(actor.portal, content.activity);
		const form = await answersOf(params.step, request, content, needed);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const saved = await hours.saveStep(actor, id, form.value, locals.moment);
		if (!saved.ok) return fail(400, { problems: saved.problems, typed: form.typed });
		redirect(303, `/uren/nieuw/${id}/${firstOpen(actor.portal, saved.value.content)}`);
	}),
	send: answer(async ({ locals, params, request }) => {
		const { photos, seen } = await uploadOf(request);
		const actor = resident(locals);
		const sent = await hours.declare(actor, params.draft, photos, locals.moment, seen);
		if (!sent.ok) return fail(400, { problems: sent.problems, typed: {} });
		redirect(303, `/uren/${sent.value.id}`);
	}),
} satisfies Actions;
