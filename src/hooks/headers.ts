import type { Handle } from '@sveltejs/kit';
import { always, closedPolicy, compressible, notStored } from '#lib/server/answer-headers.ts';

/**
 * Headers of every dynamic answer; Kit adds the policy with nonces, and what a hook threw past this gets them in
 * the entry. Nothing is stored by the browser or on the way. A page that echoes nothing of the
 * request may be compressed by the server; one that does could leak a secret by its length (BREACH).
 */
export const headers: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	for (const [name, value] of Object.entries(always)) response.headers.set(name, value);
	response.headers.delete('x-sveltekit-page');
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', notStored);
	if (!response.headers.has('content-security-policy')) {
		response.headers.set('content-security-policy', closedPolicy);
	}
	if (echoesNothing(event, response)) response.headers.set(compressible, '1');
	return response;
};

function echoesNothing(event: Parameters<Handle>[0]['event'], response: Response): boolean {
	return (
		event.request.method === 'GET' &&
		event.url.search === '' &&
		!event.locals.kept &&
		response.status === 200 &&
		(response.headers.get('content-type') ?? '').startsWith('text/html')
	);
}
