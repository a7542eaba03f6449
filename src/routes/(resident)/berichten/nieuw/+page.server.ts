import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { newId } from '#lib/server/id.ts';
import * as messages from '#lib/server/messages/messages.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import { written } from '../written.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, url }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const asked = url.searchParams.get('brief');
	const letter = asked && (await messages.letter(actor, actor.personId, asked, locals.moment));
	return {
		key: newId(),
		letter: letter ? { id: letter.id, topic: letter.topic } : null,
	};
});

const sent = v.object({
	...written,
	topic: fields.choice(messages.topics),
	letter: fields.optionalText(22),
});

export const actions = {
	send: answer(async ({ locals, request }: RequestEvent) => {
		const actor = resident(locals);
		const form = await readForm(sent, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { key: id, letter: letterId, ...rest } = form.value;
		const message = { ...rest, id, letterId, files: form.files };
		const outcome = await messages.open(actor, actor.personId, message, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/berichten/${outcome.value}?gestuurd`);
	}),
} satisfies Actions;
