import { redirect } from '@sveltejs/kit';
import { type Adding, deviceOf, type Place } from '#lib/server/ways-in/ways-in.ts';

/** Who came by a letter; everybody else goes back to where one types it. */
export function enrolling(locals: App.Locals): Adding {
	if (!locals.enrolling) redirect(303, '/activeren');
	return locals.enrolling;
}

/** Where the browser is, and which kind of device it is. */
export function placeOf({ request, url }: { readonly request: Request; readonly url: URL }): Place {
	return {
		host: url.hostname,
		origin: url.origin,
		device: deviceOf(request.headers.get('user-agent')),
	};
}
