import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as absences from '#lib/server/absences/absences.ts';
import { newId } from '#lib/server/id.ts';
import * as messages from '#lib/server/messages/messages.ts';
import { answer, staff } from '../../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const { moment } = locals;
	const person = await absences.find(actor, 'message.read', params.id, moment);
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		thread: await messages.openThread(actor, person.id, params.thread, moment),
		key: newId(),
		isSent: url.searchParams.has('gestuurd'),
		isSettled: url.searchParams.has('verwerkt'),
	};
});

const seen = fields.whole(0, 999_999);
const sent = v.object({ key: fields.text(22), words: fields.text(messages.longestWords), seen });
const inDutch = v.object({ message: fields.text(22), dutch: fields.text(messages.longestDutch) });

export const actions = {
	send: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(sent, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { key: id, ...rest } = form.value;
		const { thread: threadId } = params;
		const message = { ...rest, id, threadId, language: 'nl', files: form.files } as const;
		const outcome = await messages.reply(staff(locals), params.id, message, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/mensen/${params.id}/berichten/${threadId}?gestuurd`);
	}),
	settle: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(v.object({ seen }), request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const what = { threadId: params.thread, seen: form.value.seen };
		await messages.noAnswerNeeded(staff(locals), params.id, what, locals.moment);
		redirect(303, `/staf/mensen/${params.id}/berichten/${params.thread}?verwerkt`);
	}),
	dutch: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(inDutch, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { dutch: words, message: messageId } = form.value;
		await messages.writeDutch(staff(locals), params.id, { messageId, words }, locals.moment);
		redirect(303, `/staf/mensen/${params.id}/berichten/${params.thread}#${messageId}`);
	}),
} satisfies Actions;
