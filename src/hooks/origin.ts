import type { Handle } from '@sveltejs/kit';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Every request that changes something must come from a page of this very origin, whatever its content type: Kit's
 * own check looks at forms only (ASVS 5.0 3.5.1).
 */
export const origin: Handle = ({ event, resolve }) => {
	if (safe.has(event.request.method)) return resolve(event);
	if (event.request.headers.get('origin') !== event.url.origin) {
		return new Response('This request did not come from this portal.\n', { status: 403 });
	}
	return resolve(event);
};
