import { error, type Handle, redirect } from '@sveltejs/kit';
import * as going from './going.ts';

/**
 * Which part of the portal is for whom. Only what stands in `(public)` is open without signing in; a route in no
 * known group is closed. It stands here and not in a layout's load, because actions do not run those.
 */
export const guard: Handle = ({ event, resolve }) => {
	// Nothing here is called so, and PostgreSQL takes no such text: what a database cannot be asked is not there.
	if (Object.values(event.params).some((param) => param?.includes('\0'))) error(404);
	const { actor } = event.locals;
	const group = event.route.id?.match(/^\/\((\w+)\)/)?.[1];
	// No page of ours has a client that asks for its data apart, and that data holds more than the page shows.
	if (event.isDataRequest) error(404);
	if (event.route.id === null || group === 'public') return resolve(event);
	if (!actor) {
		if (group === 'helper') redirect(303, '/meekijken/begin');
		going.remember(event);
		const atWork = group === 'staff' || group === 'partner';
		redirect(303, atWork ? '/inloggen?voor=medewerkers' : '/inloggen');
	}
	if (group !== actor.kind) error(404);
	return resolve(event);
};
