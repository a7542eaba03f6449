import { redirect } from '@sveltejs/kit';
import * as calls from '#lib/server/calls/calls.ts';
import * as diary from '#lib/server/diary/diary.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, url }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const lines = await diary.own(actor);
	return {
		lines: lines.map((line) => ({ ...line, lastOn: diary.lastDayOf(line) })),
		call: await calls.wish(actor, actor.personId, locals.moment),
		isRemoved: url.searchParams.has('weg'),
	};
});

export const actions = {
	/** That it goes well, or not now: the two buttons send the same. */
	answered: answer(async ({ locals }: RequestEvent) => {
		await diary.answerNudge(resident(locals), locals.moment);
		redirect(303, '/vandaag?bedankt');
	}),
} satisfies Actions;
