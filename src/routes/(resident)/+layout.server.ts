import * as messages from '#lib/server/messages/messages.ts';
import * as contacts from '#lib/server/people/contact.ts';
import { answer, resident } from '../../hooks/answer.ts';
import type { LayoutServerLoad } from './$types';

export const load = answer(async ({ locals }) => {
	const actor = resident(locals);
	return {
		contact: await contacts.contactOf(actor, actor.personId),
		unreadMessages: await messages.unread(actor),
	};
}) satisfies LayoutServerLoad;
