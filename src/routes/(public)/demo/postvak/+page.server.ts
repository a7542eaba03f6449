import { error, redirect } from '@sveltejs/kit';
import * as agenda from '#lib/server/agenda/agenda.ts';
import { dayOf, timeOf } from '#lib/server/clock.ts';
import * as notices from '#lib/server/notices/notices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (!locals.settings.DEMO) error(404);
	const letters = await notices.mailbox(locals.portal);
	return {
		letters: letters.map(({ at, ...letter }) => ({ ...letter, on: dayOf(at), time: timeOf(at) })),
	};
};

export const actions = {
	/** What the portal does by itself each minute, now. */
	send: async ({ locals }) => {
		const { moment, portal, settings } = locals;
		if (!settings.DEMO) error(404);
		await agenda.remind(portal, moment);
		await notices.sendDue(portal, notices.channelsOf(settings), () => moment.now);
		redirect(303, '/demo/postvak');
	},
} satisfies Actions;
