import * as contacts from '#lib/server/people/contact.ts';
import { answer, resident } from '../../hooks/answer.ts';
import type { LayoutServerLoad } from './$types';

export const load = answer(async ({ locals }) => {
	const actor = resident(locals);
	return { contact: await contacts.contactOf(actor, actor.personId) };
}) satisfies LayoutServerLoad;
