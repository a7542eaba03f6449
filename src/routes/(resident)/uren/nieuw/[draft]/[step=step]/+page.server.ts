import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { addDays, isOnOrAfter } from '#lib/law/day.ts';
import { Conflict } from '#lib/server/errors.ts';
import * as hours from '#lib/server/hours/hours.ts';
import * as proposals from '#lib/server/proposals/proposals.ts';
import { activities } from '#lib/server/tenants/activities.ts';
import { answer, resident } from '../../../../../../hooks/answer.ts';
import { text, whole } from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import { steps } from '../../../../../../params/step.ts';
import { around, asked, firstOpen } from '../progress.ts';
import { answersOf } from './answers.ts';
import { uploadOf } from './upload.ts';
import type { Actions, PageServerLoad } from './$types';

const adjustment = v.object({
	adjusted: whole(hours.durations.least, hours.durations.most),
});

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
	const days = lastDays.filter((on) => since === null || isOnOrAfter(on, since));
	return {
		step: params.step,
		draftId: draft.id,
		content: draft.content,
		photosWaiting: draft.photos,
		seen: hours.fingerprint(actor, draft.content) ?? '',
		checks: params.step === 'bewijs' ? await hours.checks(actor, draft.content, locals.moment) : [],
		asked: asked(actor.portal, draft.content.activity),
		approved: params.step === 'wat' ? await proposals.approved(actor) : [],
		organisations: await hours.knownOrganisations(actor),
		days,
		usual: params.step === 'wanneer' ? await hours.asLastWeek(actor, draft.content, days) : [],
		durations: hours.durations,
		choices: actor.portal.tenant.activities
			.filter(({ id }) => hours.offered(actor.portal, id))
			.filter(({ id }) => id !== 'moduleMap' || hasModuleMap)
			.map(({ id }) => ({ id, icon: activities[id].icon })),
		...around(draft.id, params.step),
	};
}) satisfies PageServerLoad;

const picked = v.object({ proposal: text(22) });

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
	/** What was approved beforehand is at once what and where; the criteria only as far as the person was sure. */
	approved: answer(async ({ locals, params, request }) => {
		const actor = resident(locals);
		const { id: draft } = await hours.draft(actor, params.draft);
		const form = await readForm(picked, request);
		const known = form.ok ? await proposals.approved(actor) : [];
		const found = known.find(({ id }) => form.ok && id === form.value.proposal);
		if (!found) redirect(303, `/uren/nieuw/${draft}/wat`);
		const { activity, note, organisation } = found;
		const sure = (said: proposals.Criterion) => (said === 'yes' ? true : undefined);
		const [dutchSpoken, together] = [sure(found.dutchSpoken), sure(found.together)];
		const words = note === null ? {} : { note };
		const answers = { activity, organisation, dutchSpoken, together, ...words };
		const saved = await hours.saveStep(actor, draft, answers, locals.moment);
		if (!saved.ok) return fail(400, { problems: saved.problems, typed: {} });
		redirect(303, `/uren/nieuw/${draft}/${firstOpen(actor.portal, saved.value.content)}`);
	}),
	/** A little longer or shorter: the answer is kept and the question stays. */
	adjust: answer(async ({ locals, params, request }) => {
		const actor = resident(locals);
		const { id } = await hours.draft(actor, params.draft);
		const form = await readForm(adjustment, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const minutes = form.value.adjusted;
		const saved = await hours.saveStep(actor, id, { minutes }, locals.moment);
		if (!saved.ok) return fail(400, { problems: saved.problems, typed: form.typed });
		redirect(303, `/uren/nieuw/${id}/hoelang#zelf`);
	}),
	send: answer(async ({ locals, params, request }) => {
		const { photos: chosen, seen, answers, isWithout } = await uploadOf(request);
		const actor = resident(locals);
		const waiting = isWithout ? [] : await hours.photosOfDraft(actor, params.draft);
		const photos = [...waiting, ...chosen];
		const sent = await hours
			.declare(actor, params.draft, photos, locals.moment, seen)
			.catch(async (problem: unknown) => {
				if (!(problem instanceof Conflict)) throw problem;
				const draft = answers && (await hours.keepApart(actor, answers, locals.moment));
				error(409, { message: 'conflict', sent: { entry: params.draft, draft } });
			});
		if (!sent.ok) {
			const status = sent.problems['form'] === 'changedMeanwhile' ? 409 : 400;
			return fail(status, { problems: sent.problems, typed: {} });
		}
		redirect(303, `/uren/${sent.value.id}`);
	}),
} satisfies Actions;
