import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as agenda from '#lib/server/agenda/agenda.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import { marksOf } from '../../../../../hooks/attendance-form.ts';
import * as fields from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';
import { atFields, minutesBetween, timesOf } from '../plan-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { shownOf } from './shown.ts';

/** One occurrence: when, where, who comes and who was there, and how to change it. */
export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const view = await agenda.deskView(staff(locals), params.key);
	const { occurrence } = view;
	return {
		...shownOf(view),
		times: timesOf(occurrence),
		hasBegun: occurrence.startsAt <= locals.moment.now,
		isSaved: url.searchParams.has('bewaard'),
		isAttended: url.searchParams.has('presentie'),
	};
});

const seen = {
	revision: fields.whole(0, 99_999),
	exceptionRevision: fields.whole(0, 99_999),
	reason: fields.choice(agenda.changeReasons),
};
const changeForm = v.object({
	...seen,
	on: fields.day,
	at: fields.text(5),
	endsAt: fields.text(5),
	place: fields.optionalText(120),
	address: fields.optionalText(160),
	withWhom: fields.optionalText(120),
});
const cancelForm = v.object({ ...seen, which: fields.choice(['one', 'later']) });
const restoreForm = v.object({ ...seen, reason: v.optional(fields.text(20)) });
const attendForm = v.record(v.string(), v.string());

export const actions = {
	change: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(changeForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { at, endsAt, exceptionRevision, revision, ...rest } = form.value;
		const to = { ...rest, at, minutes: minutesBetween(at, endsAt), isCancelled: false };
		const now = { revision, exceptionRevision };
		const outcome = await agenda.change(staff(locals), params.key, now, to, locals.moment);
		if (!outcome.ok) return fail(400, { problems: atFields(outcome.problems), typed: form.typed });
		redirect(303, `/staf/agenda/${params.key}?bewaard`);
	}),
	cancel: answer(async ({ locals, params, request }: RequestEvent) => {
		const actor = staff(locals);
		const form = await readForm(cancelForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { reason, which, ...now } = form.value;
		const { occurrence } = await agenda.deskView(actor, params.key);
		const outcome =
			which === 'later'
				? await agenda.cancel(
						actor,
						occurrence.itemId,
						now.revision,
						reason,
						locals.moment,
						occurrence.startsAt,
					)
				: await agenda.change(
						actor,
						params.key,
						now,
						{ ...standing(occurrence), isCancelled: true, reason },
						locals.moment,
					);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/agenda/${params.key}?bewaard`);
	}),
	restore: answer(async ({ locals, params, request }: RequestEvent) => {
		const actor = staff(locals);
		const form = await readForm(restoreForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { exceptionRevision, revision } = form.value;
		const { occurrence } = await agenda.deskView(actor, params.key);
		const to = { ...standing(occurrence), isCancelled: false, reason: 'otherReason' as const };
		const now = { revision, exceptionRevision };
		const outcome = await agenda.change(actor, params.key, now, to, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/agenda/${params.key}?bewaard`);
	}),
	attend: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(attendForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const marks = marksOf(form.value);
		const outcome = await agenda.record(staff(locals), params.key, marks, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/agenda/${params.key}?presentie`);
	}),
} satisfies Actions;

/** What stays as it is when something is called off or goes on after all. */
function standing({ address, at, minutes, on, place, withWhom }: agenda.Occurrence) {
	return { on, at, minutes, place, address, withWhom };
}
