import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as agenda from '#lib/server/agenda/agenda.ts';
import { dayOf, timeOf } from '#lib/server/clock.ts';
import { isId, newId } from '#lib/server/id.ts';
import { reported } from '#lib/server/talks/talks.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** Talks that both sides prepare; each has a page of its own for that. */
const talks: ReadonlySet<agenda.AgendaKind> = new Set([
	'intake',
	'voortgangsgesprek',
	'eindgesprek',
]);

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const { moment } = locals;
	const occurrence = await agenda.shownOne(resident(locals), params.key, moment);
	const { answer: said, itemId, kind, personId, phase } = occurrence;
	const isTalk = talks.has(kind) && personId !== null;
	const isReported = isTalk && (await reported(resident(locals), personId)).has(itemId);
	return {
		occurrence,
		said: said && { on: dayOf(said.saidAt), at: timeOf(said.saidAt) },
		talk: isTalk && phase !== 'over' ? `/agenda/gesprek/${itemId}` : null,
		report: isReported ? `/agenda/gesprek/${itemId}/verslag` : null,
		isSaid: url.searchParams.has('gezegd'),
		key: newId(),
		reasons: agenda.absenceReasons,
		today: moment.today,
	};
});

const key = v.pipe(v.string(), v.check(isId));
const coming = v.object({ key });
const absent = v.object({ key, reason: fields.choice(agenda.absenceReasons) });

export const actions = {
	come: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(coming, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		return say({ locals, params }, form.value.key, null);
	}),
	cannot: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(absent, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		return say({ locals, params }, form.value.key, form.value.reason);
	}),
} satisfies Actions;

/** The page makes one key; another answer from the same page is another answer, so the key holds it too. */
async function say(
	{ locals, params }: Pick<RequestEvent, 'locals' | 'params'>,
	made: string,
	reason: agenda.AbsenceReason | null,
) {
	const actor = resident(locals);
	const said = {
		personId: actor.personId,
		occurrence: params.key,
		isComing: reason === null,
		reason,
		key: `${made}.${reason ?? 'come'}`,
	};
	const outcome = await agenda.answer(actor, said, locals.moment);
	if (!outcome.ok) return fail(400, { problems: outcome.problems });
	redirect(303, `/agenda/${params.key}?gezegd`);
}
