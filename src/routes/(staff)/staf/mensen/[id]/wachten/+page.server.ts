import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as accounts from '#lib/server/accounts/accounts.ts';
import * as people from '#lib/server/people/people.ts';
import * as waiting from '#lib/server/waiting/waiting.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** What somebody waits and waited for, and the form for one of them. */
export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	await people.logReading(actor, person.id, locals.moment.now);
	const lines = await waiting.history(actor, person.id);
	const names = await accounts.namesOf(
		actor.portal,
		lines.map(({ recordedBy }) => recordedBy),
	);
	const lasting = waiting.lasting(lines);
	const slot = url.searchParams.get('wachten');
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		lasting,
		earlier: lines.filter((line) => !lasting.includes(line)),
		asked: lasting.find((line) => line.slot === slot) ?? null,
		names: Object.fromEntries(names),
		isSaved: url.searchParams.has('bewaard'),
	};
});

const recordForm = v.object({
	slot: fields.optionalText(60),
	seen: fields.whole(0, 99_999),
	waitsFor: fields.choice(waiting.waitingsFor),
	ball: fields.choice(waiting.waitingBalls),
	sinceOn: fields.day,
	expectedOn: fields.optionalDay,
	endedOn: fields.optionalDay,
});

export const actions = {
	record: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(recordForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const said = { ...form.value, personId: params.id };
		const outcome = await waiting.record(staff(locals), said, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/mensen/${params.id}/wachten?bewaard`);
	}),
} satisfies Actions;
