import { redirect } from '@sveltejs/kit';
import * as hosts from '#lib/server/hosts/hosts.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load = answer(async ({ locals, params, url }) => {
	const poster = await hosts.poster(staff(locals), params.poster, locals.moment);
	const { token, isLive, organisation, lastOn } = poster;
	const at = (path: string) => new URL(path, url.origin).href;
	const addresses = {
		poster: at(`/uren/poster/${poster.id}`),
		page: at(`/organisatie/dagcode/${token}`),
	};
	return { organisation, lastOn, addresses: isLive ? addresses : null };
}) satisfies PageServerLoad;

export const actions = {
	revoke: answer(async ({ locals, params }) => {
		await hosts.revokePoster(staff(locals), params.poster, locals.moment);
		redirect(303, `/staf/posters/${params.poster}`);
	}),
} satisfies Actions;
