import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { addDays } from '#lib/law/day.ts';
import * as diary from '#lib/server/diary/diary.ts';
import { answer, resident } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const line = await diary.line(resident(locals), params.line);
	return { line, lastOn: diary.lastDayOf(line), reasons: diary.reasons };
});

const schema = v.object({
	seen: fields.whole(0, 999_999),
	reason: fields.choice(diary.reasons),
	words: fields.optionalText(diary.longestWords),
	sinceOn: fields.day,
	lastOn: fields.optionalDay,
});

export const actions = {
	change: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { seen, lastOn, ...rest } = form.value;
		const content = { ...rest, untilOn: lastOn === null ? null : addDays(lastOn, 1) };
		const said = { id: params.line, seen, content };
		const outcome = await diary.change(resident(locals), said, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/uren/dagboek/${params.line}?bewaard`);
	}),
} satisfies Actions;
