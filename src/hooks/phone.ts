import type { Handle } from '@sveltejs/kit';
import * as phones from '#lib/server/phones/phones.ts';
import * as cookies from './cookies.ts';

/**
 * Which phone this is, by its cookie, that lets nobody in. A phone of which the copy was ended, or on which somebody else
 * is signed in now, is told so with every answer: it wipes what it holds.
 */
export const phone: Handle = async ({ event, resolve }) => {
	const { account, moment, portal } = event.locals;
	event.locals.phone = undefined;
	const id = cookies.get(event.cookies, 'phone');
	if (id === undefined) return resolve(event);
	const found = await phones.named(portal, id);
	event.locals.phone = found;
	const isOver = phones.isOver(found, account?.id ?? null);
	if (found && account && !isOver) await phones.see(portal, found, moment);
	const response = await resolve(event);
	// Another choice in this very request counts from the next one on.
	if (isOver && cookies.get(event.cookies, 'phone') === id) {
		response.headers.set('x-phone', 'revoked');
	}
	return response;
};
