import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Staff } from '#lib/server/access/access.ts';
import type { Outcome } from '#lib/server/errors.ts';
import * as proposals from '#lib/server/proposals/proposals.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import { choice, optionalText, whole } from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';

const { conditions, longestNote, questions, reconsiderations, refusals, staffEndings } = proposals;

const note = optionalText(longestNote);

/** What the college can say about a proposal, as form actions; each says what the page showed. */
export const deciding = {
	approve: action(choice([...conditions, '']), (actor, about, { reason, note }, moment) =>
		proposals.approve(actor, about, { reason: reason === '' ? null : reason, note }, moment),
	),
	ask: action(choice(questions), proposals.ask),
	notApprove: action(choice(refusals), proposals.notApprove),
	reconsider: action(choice(reconsiderations), proposals.reconsider),
	end: action(choice(staffEndings), proposals.end),
};

type Moment = App.Locals['moment'];

function action<Word extends string>(
	reason: v.GenericSchema<unknown, Word>,
	decide: (
		actor: Staff,
		about: proposals.Seen,
		said: { readonly reason: Word; readonly note: string | null },
		moment: Moment,
	) => Promise<Outcome<null>>,
) {
	const schema = v.object({ reason, note, events: whole(1, 9999) });
	return answer(async ({ locals, params, request, url }: RequestEvent<{ proposal: string }>) => {
		const form = await readForm(schema, request);
		// Which of the forms on the page it was, so that the problem stands beside it.
		const refused = { typed: form.typed, decision: url.search };
		if (!form.ok) return fail(400, { ...refused, problems: form.problems });
		const { events, ...said } = form.value;
		const about = { id: params.proposal, events };
		const outcome = await decide(staff(locals), about, said, locals.moment);
		if (!outcome.ok) return fail(400, { ...refused, problems: outcome.problems });
		redirect(303, `/staf/voorstellen/${params.proposal}?verwerkt`);
	});
}
