import type { Handle } from '@sveltejs/kit';
import { always, closedPolicy, compressible, notStored } from '#lib/server/answer-headers.ts';

/**
 * Headers of every dynamic answer; Kit adds the policy with nonces, and what a hook threw past this gets them in
 * the entry. Nothing is stored by the browser or on the way. A page that echoes nothing of the
 * request may be compressed by the server; one that does could leak a secret by its length (BREACH).
 */
export const headers: Handle = async ({ event, resolve }) => {
	// The style sheets stand at the top of the page: naming them in a header as well is bytes for nothing.
	const response = await resolve(event, { preload: () => false });
	for (const [name, value] of Object.entries(always)) response.headers.set(name, value);
	response.headers.delete('x-sveltekit-page');
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', notStored);
	if (!response.headers.has('content-security-policy')) {
		response.headers.set('content-security-policy', closedPolicy);
	}
	if (linked.test(event.route.id ?? '')) response.headers.set(...unlisted);
	if (speaking.has(event.route.id ?? '')) speak(response.headers);
	if (echoesNothing(event, response)) response.headers.set(compressible, '1');
	return response;
};

/** No search engine keeps a page that a secret in its address opens. */
const linked = /^\/\(public\)\/(?:organisatie|meekijken)\//;
const unlisted = ['x-robots-tag', 'noindex, nofollow'] as const;

/** The page of translators, who come through a link and speak what they wrote; and that of staff who speak a plan. */
const speaking = new Set([
	'/(public)/vertalen/[token]',
	'/(staff)/staf/mensen/[id]/plan/inspreken',
]);

/**
 * There alone a page may use the microphone and play what was just recorded; no search engine keeps it. The referrer
 * stays within this origin: to leave it out here too would make a form's Origin `null` (Fetch, section 3.2).
 */
function speak(headers: Headers) {
	const policy = headers.get('content-security-policy') ?? closedPolicy;
	headers.set(
		'content-security-policy',
		policy.replace("media-src 'self'", "media-src 'self' blob:"),
	);
	headers.set(
		'permissions-policy',
		always['permissions-policy'].replace('microphone=()', 'microphone=(self)'),
	);
	headers.set(...unlisted);
}

function echoesNothing(event: Parameters<Handle>[0]['event'], response: Response): boolean {
	return (
		event.request.method === 'GET' &&
		event.url.search === '' &&
		!event.locals.kept &&
		response.status === 200 &&
		(response.headers.get('content-type') ?? '').startsWith('text/html')
	);
}
