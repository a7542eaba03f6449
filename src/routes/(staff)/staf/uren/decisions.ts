import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Staff } from '#lib/server/access/access.ts';
import type { Moment } from '#lib/server/clock.ts';
import type { Outcome } from '#lib/server/errors.ts';
import * as hours from '#lib/server/hours/hours.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import { choice, optionalText, text, whole } from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';

const entry = text(22);
const minutes = whole(1, hours.durations.most);
const words = optionalText(hours.longestNote);

/** Where one goes on after a decision about this entry. */
type Next = (actor: Staff, entryId: string) => Promise<string>;

/** The four decisions as form actions; afterwards one goes on where `next` says. */
export function decisions(next: Next) {
	return {
		confirm: action(next, v.object({ entry }), (actor, { entry }, moment) =>
			hours.confirm(actor, entry, moment),
		),
		partly: action(
			next,
			v.object({ entry, minutes, words, reason: choice(hours.partlyReasons) }),
			(actor, { entry, words, ...part }, moment) =>
				hours.confirmPartly(actor, entry, part, moment, words),
		),
		ask: action(
			next,
			v.object({ entry, words, question: choice(hours.questions) }),
			(actor, { entry, question, words }, moment) =>
				hours.ask(actor, entry, question, moment, words),
		),
		notCount: action(
			next,
			v.object({ entry, words, reason: choice(hours.notCountedReasons) }),
			(actor, { entry, reason, words }, moment) =>
				hours.notCount(actor, entry, reason, moment, words),
		),
	};
}

/** Taking a decision back, where the whole history of the entry is in view. */
export function correction(next: Next) {
	return action(
		next,
		v.object({ entry, words, reason: choice(hours.correctionReasons) }),
		(actor, { entry, reason, words }, moment) => hours.correct(actor, entry, reason, moment, words),
	);
}

function action<Input extends { readonly entry: string }>(
	next: Next,
	schema: v.GenericSchema<unknown, Input>,
	decide: (actor: Staff, input: Input, moment: Moment) => Promise<Outcome<null>>,
) {
	return answer(async ({ locals, request, url }: RequestEvent) => {
		const form = await readForm(schema, request);
		const { typed } = form;
		// Which of the forms on the page it was, so that the problem stands beside it.
		const refused = { typed, entry: typed['entry'] ?? '', decision: url.search };
		if (!form.ok) return fail(400, { ...refused, problems: form.problems });
		const outcome = await decide(staff(locals), form.value, locals.moment);
		if (!outcome.ok) return fail(400, { ...refused, problems: outcome.problems });
		redirect(303, await next(staff(locals), form.value.entry));
	});
}
