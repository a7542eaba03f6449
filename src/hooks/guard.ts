import { error, type Handle, redirect } from '@sveltejs/kit';
import * as going from './going.ts';

/**
 * Which part of the portal is for whom. Only what stands in `(public)` is open without signing in; a route in no
 * known group is closed. It stands here and not in a layout's load, because actions do not run those.
 */
export const guard: Handle = ({ event, resolve }) => {
	const { actor } = event.locals;
	const group = event.route.id?.match(/^\/\((\w+)\)/)?.[1];
	if (event.route.id === null || group === 'public') return resolve(event);
	if (!actor) {
		going.remember(event);
		redirect(303, group === 'staff' ? '/inloggen?voor=medewerkers' : '/inloggen');
	}
	if (group !== actor.kind) error(404);
	return resolve(event);
};
