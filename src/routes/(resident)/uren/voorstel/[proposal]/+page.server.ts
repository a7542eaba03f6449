import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Resident } from '#lib/server/access/access.ts';
import { dayOf, timeOf } from '#lib/server/clock.ts';
import type { Outcome } from '#lib/server/errors.ts';
import * as proposals from '#lib/server/proposals/proposals.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import { optionalText, whole } from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';
import { firstOpen } from '../questions.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was sent; what was not goes on where the person stopped. */
export const load = answer(async ({ locals, params }) => {
	const actor = resident(locals);
	const draft = await proposals.findDraft(actor, params.proposal);
	if (draft) {
		const step = firstOpen(actor.portal, draft.content, locals.moment.today);
		redirect(303, `/uren/voorstel/${draft.id}/${step}`);
	}
	const { events, personId: _person, ...shown } = await proposals.proposal(actor, params.proposal);
	return {
		proposal: { ...shown, isOpen: proposals.isOpen(shown.state) },
		sentOn: dayOf(shown.receivedAt),
		events: events.map(({ at, by: _by, ...event }) => ({
			...event,
			on: dayOf(at),
			at: timeOf(at),
		})),
	};
}) satisfies PageServerLoad;

const seen = v.object({ events: whole(1, 9999) });
const answered = v.object({
	events: whole(1, 9999),
	answer: optionalText(proposals.longestNote),
});

export const actions = {
	answer: action(answered, (actor, about, { answer: text }, moment) =>
		proposals.answer(actor, about, text, moment),
	),
	withdraw: action(seen, (actor, about, _nothing, moment) =>
		proposals.withdraw(actor, about, moment),
	),
	stop: action(seen, (actor, about, _nothing, moment) => proposals.stop(actor, about, moment)),
} satisfies Actions;

function action<Input extends { readonly events: number }>(
	schema: v.GenericSchema<unknown, Input>,
	act: (
		actor: Resident,
		about: proposals.Seen,
		input: Input,
		moment: App.Locals['moment'],
	) => Promise<Outcome<null>>,
) {
	return answer(async ({ locals, params, request }: RequestEvent<{ proposal: string }>) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const about = { id: params.proposal, events: form.value.events };
		const outcome = await act(resident(locals), about, form.value, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/uren/voorstel/${params.proposal}`);
	});
}
