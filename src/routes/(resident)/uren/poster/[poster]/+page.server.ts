import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as hosts from '#lib/server/hosts/hosts.ts';
import * as hours from '#lib/server/hours/hours.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import { optionalText } from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';
import { ticked } from '../../../../../hooks/ticked.ts';
import type { Actions, PageServerLoad } from './$types';

const coded = v.object({ code: optionalText(20) });

export const load = answer(async ({ locals, params, url }) => {
	const { moment } = locals;
	const poster = await hosts.posterOf(resident(locals), params.poster, moment);
	const isOpen = (await hours.declarableSince(resident(locals))) !== null;
	return { ...poster, isOpen, isDone: url.searchParams.has('gelukt') };
}) satisfies PageServerLoad;

export const actions = {
	confirm: answer(async ({ locals, params, request }) => {
		const form = await readForm(coded, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const given = { entryIds: ticked(form.typed, 'entry-'), code: form.value.code ?? '' };
		const said = await hosts.confirmWithCode(resident(locals), params.poster, given, locals.moment);
		if (!said.ok) return fail(400, { problems: said.problems, typed: form.typed });
		redirect(303, `/uren/poster/${params.poster}?gelukt`);
	}),
	start: answer(async ({ locals, params }) => {
		const actor = resident(locals);
		const { organisation } = await hosts.posterOf(actor, params.poster, locals.moment);
		const started = await hours.startDraft(actor, locals.moment);
		if (!started.ok) return fail(400, { problems: started.problems, typed: {} });
		const saved = await hours.saveStep(actor, started.value, { organisation }, locals.moment);
		if (!saved.ok) return fail(400, { problems: saved.problems, typed: {} });
		redirect(303, `/uren/nieuw/${started.value}/wat`);
	}),
} satisfies Actions;
