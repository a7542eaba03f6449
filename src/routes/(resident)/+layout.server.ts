import * as messages from '#lib/server/messages/messages.ts';
import * as contacts from '#lib/server/people/contact.ts';
import * as phones from '#lib/server/phones/phones.ts';
import { answer, resident } from '../../hooks/answer.ts';
import type { LayoutServerLoad } from './$types';

export const load = answer(async ({ locals }) => {
	const actor = resident(locals);
	return {
		contact: await contacts.contactOf(actor, actor.personId),
		phone: await phones.shown(actor, locals.phone),
		unreadMessages: await messages.unread(actor),
	};
}) satisfies LayoutServerLoad;
