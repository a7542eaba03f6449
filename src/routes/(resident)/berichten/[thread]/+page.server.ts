import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { newId } from '#lib/server/id.ts';
import * as messages from '#lib/server/messages/messages.ts';
import * as translations from '#lib/server/translations/translations.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import { written } from '../written.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const { personId } = actor;
	const thread = await messages.openThread(actor, personId, params.thread, locals.moment);
	const texts = thread.messages
		.filter(({ sender, words }) => sender === 'gemeente' && words !== '')
		.map(({ id, words }) => ({ place: id, dutch: words }));
	return {
		thread,
		key: newId(),
		ownWords: await translations.wordsRead(actor, personId, locals.language, texts),
		isSent: url.searchParams.has('gestuurd'),
	};
});

const sent = v.object({ ...written, seen: fields.whole(0, 999_999) });

export const actions = {
	send: answer(async ({ locals, params, request }: RequestEvent) => {
		const actor = resident(locals);
		const form = await readForm(sent, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { key: id, ...rest } = form.value;
		const message = { ...rest, id, threadId: params.thread, files: form.files };
		const outcome = await messages.reply(actor, actor.personId, message, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/berichten/${params.thread}?gestuurd`);
	}),
} satisfies Actions;
