import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as calls from '#lib/server/calls/calls.ts';
import * as diary from '#lib/server/diary/diary.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import * as fields from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** What was just done, as the address says it; of what stands in the line the address says nothing. */
const doneWords = ['bewaard', 'gedeeld', 'gestopt', 'voorbij'] as const;

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const line = await diary.line(actor, params.line);
	const seen = diary.sharedOf(line, line.sharesWords, locals.moment.today);
	return {
		line,
		lastOn: diary.lastDayOf(line),
		seen: {
			...seen,
			days: seen.days && { sinceOn: seen.days.sinceOn, lastOn: diary.lastDayOf(seen.days) },
		},
		isPersonal: diary.isPersonal(line.reason),
		call: await calls.wish(actor, actor.personId, locals.moment),
		done: doneWords.find((word) => url.searchParams.has(word)) ?? null,
	};
});

const shared = v.object({ seen: fields.whole(0, 999_999), words: fields.ticked });

export const actions = {
	share: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(shared, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const what = { id: params.line, seen: form.value.seen, withWords: form.value.words };
		const outcome = await diary.share(resident(locals), what, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems });
		redirect(303, `/uren/dagboek/${params.line}?gedeeld`);
	}),
	unshare: answer(async ({ locals, params }: RequestEvent) => {
		await diary.unshare(resident(locals), params.line, locals.moment);
		redirect(303, `/uren/dagboek/${params.line}?gestopt`);
	}),
	end: answer(async ({ locals, params }: RequestEvent) => {
		await diary.end(resident(locals), params.line, locals.moment);
		redirect(303, `/uren/dagboek/${params.line}?voorbij`);
	}),
	remove: answer(async ({ locals, params }: RequestEvent) => {
		await diary.remove(resident(locals), params.line, locals.moment);
		redirect(303, '/uren/dagboek?weg');
	}),
} satisfies Actions;
