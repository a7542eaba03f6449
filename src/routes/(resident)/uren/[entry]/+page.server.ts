import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { dayOf, timeOf } from '#lib/server/clock.ts';
import * as hours from '#lib/server/hours/hours.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import { optionalText } from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { Actions, PageServerLoad } from './$types';

const answered = v.object({ answer: optionalText(hours.longestNote) });
const nothing = v.object({});

export const load = answer(async ({ locals, params }) => {
	const entry = await hours.entry(resident(locals), params.entry);
	const { receivedAt, proofs, events, personId: _person, ...shown } = entry;
	return {
		entry: shown,
		received: { on: dayOf(receivedAt), at: timeOf(receivedAt) },
		photos: proofs.map(({ id, width, height }) => ({ id, width, height })),
		events: events.map(({ at, by: _by, ...event }) => ({
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
