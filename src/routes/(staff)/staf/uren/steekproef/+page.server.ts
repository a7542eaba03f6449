import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as accounts from '#lib/server/accounts/accounts.ts';
import { dayOf } from '#lib/server/clock.ts';
import * as hours from '#lib/server/hours/hours.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import { choice, optionalText, text } from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';
import type { Actions, PageServerLoad } from './$types';

const sample = text(22);
const seen = v.object({ sample });
const back = v.object({
	sample,
	reason: choice(hours.correctionReasons),
	words: optionalText(hours.longestNote),
});

export const load = answer(async ({ locals, url }) => {
	const actor = staff(locals);
	const { rows, stats } = await hours.samples(actor);
	const names = await accounts.namesOf(actor.portal, [
		...new Set(rows.map(({ decidedBy }) => decidedBy)),
	]);
	return {
		stats,
		rows: rows.map((row) => ({
			...row,
			decidedByName: names.get(row.decidedBy) ?? '',
			drawnOn: dayOf(row.drawnAt),
		})),
		isDone: url.searchParams.has('genoteerd'),
	};
}) satisfies PageServerLoad;

export const actions = {
	inOrder: answer(async ({ locals, request }) => {
		const form = await readForm(seen, request);
		const refused = { sample: form.typed['sample'] ?? '', typed: form.typed };
		if (!form.ok) return fail(400, { ...refused, problems: form.problems });
		const look = { outcome: 'inOrder' } as const;
		const said = await hours.lookAt(staff(locals), form.value.sample, look, locals.moment);
		if (!said.ok) return fail(400, { ...refused, problems: said.problems });
		redirect(303, '/staf/uren/steekproef?genoteerd');
	}),
	takeBack: answer(async ({ locals, request }) => {
		const form = await readForm(back, request);
		const refused = { sample: form.typed['sample'] ?? '', typed: form.typed };
		if (!form.ok) return fail(400, { ...refused, problems: form.problems });
		const { sample, ...said } = form.value;
		const look = { outcome: 'takenBack', ...said } as const;
		const taken = await hours.lookAt(staff(locals), sample, look, locals.moment);
		if (!taken.ok) return fail(400, { ...refused, problems: taken.problems });
		redirect(303, '/staf/uren/steekproef?genoteerd');
	}),
} satisfies Actions;
