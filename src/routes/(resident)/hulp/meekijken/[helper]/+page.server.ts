import { redirect } from '@sveltejs/kit';
import * as helpers from '#lib/server/helpers/helpers.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { untilOf } from '../until.ts';

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const one = await helpers.one(actor, params.helper, locals.moment);
	const { enteredAt, isWorking, link, name, sees } = one;
	const all = await helpers.looks(actor);
	return {
		isWorking,
		name,
		sees,
		hasEntered: enteredAt !== null,
		until: untilOf(one.endsAt),
		link: link && {
			address: new URL(`/meekijken/begin/${link.token}`, url.origin).href,
			until: untilOf(link.endsAt),
		},
		looks: all.filter(({ helperId }) => helperId === one.id),
	};
});

export const actions = {
	end: answer(async ({ locals, params }: RequestEvent) => {
		await helpers.end(resident(locals), params.helper, locals.moment);
		redirect(303, `/hulp/meekijken/${params.helper}`);
	}),
	renew: answer(async ({ locals, params }: RequestEvent) => {
		await helpers.renewLink(resident(locals), params.helper, locals.moment);
		redirect(303, `/hulp/meekijken/${params.helper}`);
	}),
} satisfies Actions;
