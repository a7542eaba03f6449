import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as pip from '#lib/server/pip/pip.ts';
import * as sending from '#lib/server/sending/sending.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import { revision } from '../mensen/[id]/plan/numbers.ts';
import type { RequestEvent } from './$types';

const held = v.object({ person: fields.text(22), revision, letter: fields.ticked });
const sent = v.object({ letter: fields.text(22), sentOn: fields.day });

/** The two taps at the end of publishing: after the talk, and when the letter is on its way. */
export const publishing = {
	held: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(held, request);
		const person = form.typed['person'] ?? '';
		if (!form.ok) return fail(400, { held: person, problems: form.problems });
		const { letter: letterGoesToday, revision } = form.value;
		const publication = { revision, letterGoesToday };
		const outcome = await pip.publishAfterTalk(staff(locals), person, publication, locals.moment);
		if (!outcome.ok) return fail(400, { held: person, problems: outcome.problems });
		redirect(303, '/staf/werkvoorraad?gepubliceerd#brieven');
	}),
	sent: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(sent, request);
		const letter = form.typed['letter'] ?? '';
		if (!form.ok) return fail(400, { letter, problems: form.problems });
		const { sentOn } = form.value;
		const outcome = await sending.confirm(staff(locals), letter, sentOn, locals.moment);
		if (!outcome.ok) return fail(400, { letter, problems: outcome.problems });
		redirect(303, '/staf/werkvoorraad?verwerkt#brieven');
	}),
};
