import { redirect } from '@sveltejs/kit';
import * as hours from '#lib/server/hours/hours.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import { firstOpen } from './progress.ts';
import type { PageServerLoad } from './$types';

/** Goes on where the person stopped. */
export const load = answer(async ({ locals, params }) => {
	const actor = resident(locals);
	const { content, id } = await hours.draft(actor, params.draft);
	redirect(303, `/uren/nieuw/${id}/${firstOpen(actor.portal, content)}`);
}) satisfies PageServerLoad;
