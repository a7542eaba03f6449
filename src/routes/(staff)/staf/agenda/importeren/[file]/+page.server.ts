import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as timetables from '#lib/server/timetables/timetables.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import { ticked } from '../../../../../../hooks/ticked.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const gone = '/staf/agenda/importeren?weg';

export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const preview = await timetables.preview(staff(locals), params.file, locals.moment);
	if (!preview) redirect(303, gone);
	const changed = ({ known, line: { line, said } }: timetables.Changed) => ({
		line,
		said,
		was: timetables.saidNow(known),
		itemId: known.item.id,
	});
	return {
		name: preview.name,
		added: preview.added.map(({ line: { line, said } }) => ({ line, said })),
		changed: preview.changed.map(changed),
		byHand: preview.byHand.map(changed),
		gone: preview.gone.map((known) => ({
			said: timetables.saidNow(known),
			itemId: known.item.id,
		})),
		same: preview.same,
		elsewhere: preview.elsewhere,
		past: preview.past,
		wrong: preview.wrong.map(({ line, name, problems }) => ({ line, name, problems })),
		unreadTitles: preview.unreadTitles,
		seen: preview.seen,
	};
});

const schema = v.object({ seen: fields.text(60) });

export const actions = {
	take: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const taking = {
			seen: form.value.seen,
			off: ticked(form.typed, 'off-'),
			asFile: ticked(form.typed, 'file-'),
		};
		const taken = await timetables.takeOver(staff(locals), params.file, taking, locals.moment);
		if (!taken) redirect(303, gone);
		if (!taken.ok) return fail(400, { problems: taken.problems });
		redirect(303, '/staf/agenda/importeren?overgenomen');
	}),
} satisfies Actions;
