import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { permitted } from '#lib/server/access/access.ts';
import { bringables } from '#lib/server/agenda/agenda.ts';
import { newId } from '#lib/server/id.ts';
import * as messages from '#lib/server/messages/messages.ts';
import * as people from '#lib/server/people/people.ts';
import * as sending from '#lib/server/sending/sending.ts';
import { answer, staff } from '../../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = permitted(actor, 'letter.publish', await people.find(actor, params.id));
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		way: await sending.wayOf(actor, person.id, 'decisions'),
		today: locals.moment.today,
		key: newId(),
	};
});

/** Left out, or a time of the clock. */
const aTime = v.pipe(
	v.optional(v.string(), ''),
	v.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/),
	v.transform((at) => at || null),
);

const published = v.object({
	key: fields.text(22),
	topic: fields.choice(messages.topics),
	action: fields.choice(messages.letterActions),
	doOn: fields.optionalDay,
	doAt: aTime,
	place: fields.optionalText(120),
	paper: v.pipe(
		fields.choice(['', ...bringables]),
		v.transform((paper) => (paper === '' ? null : paper)),
	),
	words: fields.optionalText(messages.longestWords),
});

export const actions = {
	publish: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(published, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { key: id, ...rest } = form.value;
		const letter = { ...rest, id, files: form.files };
		const outcome = await messages.publish(staff(locals), params.id, letter, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/mensen/${params.id}/berichten?gepubliceerd#brieven`);
	}),
} satisfies Actions;
