import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as absences from '#lib/server/absences/absences.ts';
import { may } from '#lib/server/access/access.ts';
import * as calls from '#lib/server/calls/calls.ts';
import { dayOf } from '#lib/server/clock.ts';
import { newId } from '#lib/server/id.ts';
import * as messages from '#lib/server/messages/messages.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const { moment } = locals;
	const person = await absences.find(actor, 'message.read', params.id, moment);
	const threads = await messages.threads(actor, person.id, moment);
	const call = await calls.wish(actor, person.id, moment);
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		/** Who only stands in has the messages and nothing else. */
		hasFile: may(actor, 'person.read', person),
		threads: threads.map((row) => ({ ...row, lastOn: dayOf(row.lastAt) })),
		letters: await messages.letters(actor, person.id, moment),
		call:
			call?.calledOn === null
				? { ...call, phone: person.phone, safeContact: person.safeContact }
				: null,
		today: moment.today,
		key: newId(),
		isSent: url.searchParams.has('gestuurd'),
		isPublished: url.searchParams.has('gepubliceerd'),
	};
});

const sent = v.object({
	key: fields.text(22),
	topic: fields.choice(messages.topics),
	words: fields.text(messages.longestWords),
});

export const actions = {
	send: answer(async ({ locals, params, request }: RequestEvent) => {
		const actor = staff(locals);
		const form = await readForm(sent, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { key: id, topic, words } = form.value;
		const message = {
			id,
			topic,
			words,
			language: 'nl',
			letterId: null,
			files: form.files,
		} as const;
		const outcome = await messages.open(actor, params.id, message, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/mensen/${params.id}/berichten?gestuurd`);
	}),
} satisfies Actions;
