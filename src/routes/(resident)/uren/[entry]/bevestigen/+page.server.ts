import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as hosts from '#lib/server/hosts/hosts.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import { readForm } from '../../../../../hooks/form.ts';
import { ticked } from '../../../../../hooks/ticked.ts';
import type { Actions, PageServerLoad } from './$types';

const anything = v.object({});

export const load = answer(async ({ locals, params, url }) => {
	const actor = resident(locals);
	const entries = await hosts.askable(actor, params.entry);
	const link = await hosts.linkOf(actor, params.entry, locals.moment);
	return {
		entry: params.entry,
		entries,
		seesFamilyName: await hosts.seesFamilyName(actor),
		link: link && {
			address: new URL(`/organisatie/${link.token}`, url.origin).href,
			lastOn: link.lastOn,
			lines: link.lines,
		},
	};
}) satisfies PageServerLoad;

export const actions = {
	make: answer(async ({ locals, params, request }) => {
		const { typed } = await readForm(anything, request);
		const ids = ticked(typed, 'entry-');
		const made = await hosts.makeLink(resident(locals), ids, locals.moment);
		if (!made.ok) return fail(400, { problems: made.problems, typed });
		// The entry from which one came may not be among the chosen ones: the code stands at those.
		redirect(303, `/uren/${ids.includes(params.entry) ? params.entry : ids[0]}/bevestigen`);
	}),
	revoke: answer(async ({ locals, params }) => {
		await hosts.revokeLink(resident(locals), params.entry, locals.moment);
		redirect(303, `/uren/${params.entry}/bevestigen`);
	}),
} satisfies Actions;
