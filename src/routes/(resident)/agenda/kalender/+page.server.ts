import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as feeds from '#lib/server/feeds/feeds.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const here = '/agenda/kalender';

const schema = v.object({
	show: v.optional(fields.choice(['neutral', 'content']), 'neutral'),
	languages: v.optional(fields.choice(feeds.feedLanguages), 'both'),
});

export const load = answer(async ({ locals, url }: PageServerLoadEvent) => {
	const { feed, isSafe } = await feeds.own(resident(locals), locals.moment);
	const { origin, host, searchParams } = url;
	if (!feed) return { feed, isSafe, isRevoked: searchParams.has('gestopt'), isSaved: false };
	const { token, ...rest } = feed;
	const path = `/kalender/${token}.ics`;
	const webcal = `webcal://${host}${path}`;
	return {
		isSafe,
		isRevoked: searchParams.has('nieuw'),
		isSaved: searchParams.has('bewaard'),
		feed: {
			...rest,
			address: `${origin}${path}`,
			iphone: webcal,
			android: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`,
		},
	};
});

export const actions = {
	make: answer((event: RequestEvent) => make(event, here)),
	renew: answer((event: RequestEvent) => make(event, `${here}?nieuw`)),
	choose: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		await feeds.choose(resident(locals), choiceOf(form.value), locals.moment);
		redirect(303, `${here}?bewaard`);
	}),
	revoke: answer(async ({ locals }: RequestEvent) => {
		await feeds.revoke(resident(locals), locals.moment);
		redirect(303, `${here}?gestopt`);
	}),
} satisfies Actions;

async function make({ locals, request }: RequestEvent, after: string) {
	const form = await readForm(schema, request);
	if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
	const made = await feeds.make(resident(locals), choiceOf(form.value), locals.moment);
	if (!made.ok) return fail(400, { problems: made.problems, typed: form.typed });
	redirect(303, after);
}

function choiceOf({ languages, show }: v.InferOutput<typeof schema>): feeds.FeedChoice {
	return { languages, showsContent: show === 'content' };
}
