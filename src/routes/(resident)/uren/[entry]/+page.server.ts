import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { dayOf, timeOf } from '#lib/server/clock.ts';
import * as duoReports from '#lib/server/duo-reports/duo-reports.ts';
import * as hosts from '#lib/server/hosts/hosts.ts';
import * as hours from '#lib/server/hours/hours.ts';
import { type Proof, standingOf } from '#lib/server/proofs/proofs.ts';
import * as translations from '#lib/server/translations/translations.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import { optionalText } from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { Actions, PageServerLoad } from './$types';

const answered = v.object({ answer: optionalText(hours.longestNote) });
const nothing = v.object({});

export const load = answer(async ({ locals, params }) => {
	const actor = resident(locals);
	const entry = await hours.entry(actor, params.entry);
	const { receivedAt, madeAt: _made, proofs, events, personId: _person, ...shown } = entry;
	const words = await hours.wordsOf(actor.portal, actor.personId);
	return {
		ownWords: await translations.wordsRead(actor, actor.personId, locals.language, words),
		entry: shown,
		hostAnswers: await hosts.ofEntry(actor, entry),
		reportedOn: await duoReports.ofEntry(actor, entry),
		received: { on: dayOf(receivedAt), at: timeOf(receivedAt) },
		photos: proofs.map(proofShown),
		events: hours.storyOf(events).map(({ at, by: _by, ...event }) => ({
			...event,
			on: dayOf(at),
			at: timeOf(at),
		})),
		takesPhotos: hours.takesPhotos(entry),
	};
}) satisfies PageServerLoad;

export const actions = {
	answer: answer(async ({ locals, params, request }) => {
		const form = await readForm(answered, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const given = { text: form.value.answer, photos: form.files };
		const said = await hours.answer(resident(locals), params.entry, given, locals.moment);
		if (!said.ok) return fail(400, { problems: said.problems, typed: form.typed });
		redirect(303, `/uren/${params.entry}`);
	}),
	photo: answer(async ({ locals, params, request }) => {
		const form = await readForm(nothing, request);
		const photos = form.ok ? form.files : [];
		const added = await hours.addPhotos(resident(locals), params.entry, photos, locals.moment);
		if (!added.ok) return fail(400, { problems: added.problems, typed: {} });
		redirect(303, `/uren/${params.entry}`);
	}),
	withdraw: answer(async ({ locals, params }) => {
		const taken = await hours.withdraw(resident(locals), params.entry, locals.moment);
		if (!taken.ok) return fail(400, { problems: taken.problems, typed: {} });
		redirect(303, `/uren/${params.entry}`);
	}),
} satisfies Actions;

function proofShown(proof: Proof) {
	const { id, width, height, pageCount, removedAt } = proof;
	const removedOn = removedAt === null ? null : dayOf(removedAt);
	return { id, width, height, pageCount, removedOn, standing: standingOf(proof) };
}
