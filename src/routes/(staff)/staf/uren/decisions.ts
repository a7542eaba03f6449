import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Staff } from '#lib/server/access/access.ts';
import type { Moment } from '#lib/server/clock.ts';
import type { Outcome } from '#lib/server/errors.ts';
import * as hours from '#lib/server/hours/hours.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import { choice, text, whole } from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';

const entry = text(22);
const minutes = whole(1, hours.durations.most);

/** The four decisions as form actions; afterwards one goes on where `next` says. */
export function decisions(next: (entryId: string) => string) {
	return {
		confirm: action(next, v.object({ entry }), (actor, { entry }, moment) =>
			hours.confirm(actor, entry, moment),
		),
		partly: action(
			next,
			v.object({ entry, minutes, reason: choice(hours.partlyReasons) }),
			(actor, { entry, ...part }, moment) => hours.confirmPartly(actor, entry, part, moment),
		),
		ask: action(
			next,
			v.object({ entry, question: choice(hours.questions) }),
			(actor, { entry, question }, moment) => hours.ask(actor, entry, question, moment),
		),
		notCount: action(
			next,
			v.object({ entry, reason: choice(hours.notCountedReasons) }),
			(actor, { entry, reason }, moment) => hours.notCount(actor, entry, reason, moment),
		),
	};
}

/** Taking a decision back, where the whole history of the entry is in view. */
export function correction(next: (entryId: string) => string) {
	return action(
		next,
		v.object({ entry, reason: choice(hours.correctionReasons) }),
		(actor, { entry, reason }, moment) => hours.correct(actor, entry, reason, moment),
	);
}

function action<Input extends { readonly entry: string }>(
	next: (entryId: string) => string,
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
		redirect(303, next(form.value.entry));
	});
}
