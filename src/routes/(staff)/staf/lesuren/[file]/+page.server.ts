import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as course from '#lib/server/course/course.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import * as fields from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const gone = '/staf/lesuren?weg';

export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const preview = await course.preview(staff(locals), params.file, locals.moment);
	if (!preview) redirect(303, gone);
	const changes = preview.changes.map(({ before, line, name, period, personId, statement }) => ({
		...period,
		line,
		name,
		personId,
		kind: statement.kind,
		minutes: statement.attendedMinutes,
		beforeMinutes: before?.attendedMinutes ?? null,
	}));
	return {
		facts: preview.facts,
		added: changes.filter(({ beforeMinutes }) => beforeMinutes === null),
		changed: changes.filter(({ beforeMinutes }) => beforeMinutes !== null),
		same: preview.same,
		wrong: preview.wrong,
		missing: preview.missing,
		unreadTitles: preview.unreadTitles,
		seen: preview.seen,
	};
});

const schema = v.object({ seen: fields.text(60) });

export const actions = {
	take: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const { seen } = form.value;
		const taken = await course.takeOver(staff(locals), params.file, seen, locals.moment);
		if (!taken) redirect(303, gone);
		if (!taken.ok) return fail(400, { problems: taken.problems });
		redirect(303, '/staf/lesuren?overgenomen');
	}),
} satisfies Actions;
