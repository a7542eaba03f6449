import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isLanguage } from '#lib/languages/languages.ts';
import * as agenda from '#lib/server/agenda/agenda.ts';
import * as people from '#lib/server/people/people.ts';
import * as pip from '#lib/server/pip/pip.ts';
import * as talks from '#lib/server/talks/talks.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** The talks with somebody, beside the number in the plan, and planning another one. */
export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	const current = await pip.current(actor, person.id);
	const reported = await talks.reported(actor, person.id);
	const all = await talks.of(actor, person.id);
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		perYear: current?.content.voortgangsgesprekken ?? null,
		talks: all.toReversed().map((talk) => ({ talk, isReported: reported.has(talk.itemId) })),
		needs: {
			interpreter: person.interpreter ? 'asked' : 'none',
			language: isLanguage(person.language) && person.language !== 'nl' ? person.language : '',
		},
		withWhom: locals.account?.name ?? '',
		isPlanned: url.searchParams.has('gepland'),
	};
});

const schema = v.object({
	kind: fields.choice(talks.talkKinds),
	on: fields.day,
	at: fields.text(5),
	minutes: fields.whole(5, 480),
	place: fields.optionalText(120),
	address: fields.optionalText(160),
	withWhom: fields.optionalText(120),
	interpreter: fields.choice(agenda.interpreterStates),
	interpreterLanguage: fields.optionalText(10),
});

export const actions = {
	plan: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { interpreterLanguage: tag, ...rest } = form.value;
		const isSpoken = rest.interpreter !== 'none' && tag !== null && isLanguage(tag);
		const talk = { ...rest, interpreterLanguage: isSpoken ? tag : null };
		const outcome = await talks.plan(staff(locals), params.id, talk, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/mensen/${params.id}/gesprekken?gepland`);
	}),
} satisfies Actions;
