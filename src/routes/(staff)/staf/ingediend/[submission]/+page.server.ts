import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as accounts from '#lib/server/accounts/accounts.ts';
import { newId } from '#lib/server/id.ts';
import * as people from '#lib/server/people/people.ts';
import * as pip from '#lib/server/pip/pip.ts';
import * as submissions from '#lib/server/submissions/submissions.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import * as fields from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** What somebody handed in, and what the gemeente can do with it here. */
export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const submission = await submissions.one(actor, params.submission);
	const person = await people.find(actor, submission.personId);
	await people.logReading(actor, person.id, locals.moment.now);
	const versions = await pip.versions(actor, person.id);
	const said = submission.events.map(({ saidBy }) => saidBy);
	return {
		submission,
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		version: versions.find(({ id }) => id === submission.pipId)?.version ?? null,
		dueOn: submissions.answerDueOn(submission),
		names: Object.fromEntries(await accounts.namesOf(actor.portal, said)),
		ends: submissions.kindOf(submission.kind).ends,
		waits: submissions.waits(submission.events),
		key: newId(),
		isDone: url.searchParams.has('verwerkt'),
	};
});

const settled = v.object({
	key: fields.text(22),
	words: fields.optionalText(submissions.longestWords),
});

export const actions = {
	settle: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(settled, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const line = { id: params.submission, ...form.value };
		const outcome = await submissions.settle(staff(locals), line, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/ingediend/${params.submission}?verwerkt`);
	}),
} satisfies Actions;
