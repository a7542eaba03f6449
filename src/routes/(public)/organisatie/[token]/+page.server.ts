import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { everythingBoth } from '#lib/languages/bilingual.ts';
import { NotFound } from '#lib/server/errors.ts';
import * as hosts from '#lib/server/hosts/hosts.ts';
import { answer } from '../../../../hooks/answer.ts';
import { optionalText } from '../../../../hooks/fields.ts';
import { readForm, type Typed } from '../../../../hooks/form.ts';
import { expectFew } from '../few.ts';
import type { Actions, PageServerLoad } from './$types';

const signed = v.object({ name: optionalText(80), role: optionalText(80) });

export const load = answer(async (event) => {
	expectFew(event);
	const { portal, moment, actor, language } = event.locals;
	const { name, lines } = await hosts.knock(portal, event.params.token, moment);
	// Nobody answers for a host on the phone with which hours are sent, or from the desk that decides about them.
	const page = actor ? null : { name, lines };
	return { page, language: actor ? language : 'nl', bilingual: everythingBoth };
}) satisfies PageServerLoad;

export const actions = {
	default: answer(async (event) => {
		expectFew(event);
		const { portal, moment, actor } = event.locals;
		const { token } = event.params;
		await hosts.knock(portal, token, moment);
		if (actor) throw new NotFound();
		const form = await readForm(signed, event.request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { name, role } = form.value;
		const said = { name: name ?? '', role: role ?? '', lines: linesOf(form.typed) };
		const outcome = await hosts.answer(portal, token, said, moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, '/organisatie/bedankt');
	}),
} satisfies Actions;

/** What was chosen for each line; a number counts only where another number was chosen. */
function linesOf(typed: Typed): hosts.SaidLine[] {
	return Object.entries(typed).flatMap(([field, chosen]) => {
		const verdict = hosts.verdicts.find((one) => one === chosen);
		if (!field.startsWith('verdict-') || !verdict) return [];
		const entryId = field.slice('verdict-'.length);
		const number = typed[`minutes-${entryId}`] || null;
		const minutes = verdict === 'otherHours' && number !== null ? Number(number) : null;
		return [{ entryId, verdict, minutes }];
	});
}
