import { createHash } from 'node:crypto';
import type { Handle } from '@sveltejs/kit';

/**
 * Pages that a phone fetches to keep, without anybody looking at them yet: reading them counts for nothing. `page` is one of
 * this person's own, which is not sent again while it stays the same (RFC 9110, section 13.1.2); `shell` is one that opens
 * without a connection on any phone, made as for somebody who is not signed in, in the language that is read there.
 */
export const copy: Handle = async ({ event, resolve }) => {
	const { locals, request } = event;
	locals.copy = request.method === 'GET' ? kindOf(request.headers.get('x-copy')) : null;
	if (locals.copy === 'shell') {
		Object.assign(locals, { actor: null, account: null, session: null, helper: null, kept: null });
	}
	const response = await resolve(event);
	const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
	const mayBeKept = locals.copy === 'page' || locals.phone?.mode === 'own';
	if (!mayBeKept || request.method !== 'GET' || response.status !== 200 || !isPage) return response;
	const html = await response.text();
	const { headers, status } = response;
	const etag = etagOf(html);
	headers.set('etag', etag);
	if (locals.copy === 'page' && request.headers.get('if-none-match') === etag) {
		return new Response(null, { status: 304, headers });
	}
	return new Response(html, { status, headers });
};

function kindOf(header: string | null): App.Locals['copy'] {
	return header === 'page' || header === 'shell' ? header : null;
}

/** What is new in a page each time it is made: when that was, and the key of a form that is sent once. */
const everNew = [/<div class="kept[^]*?<\/div>/g, /name="key" value="[\w-]{22}"/g];

/** The mark of what a page says, whenever it was made. */
export function etagOf(html: string): string {
	const said = everNew.reduce((rest, pattern) => rest.replace(pattern, ''), html);
	return `"${createHash('sha256').update(said).digest('base64url').slice(0, 22)}"`;
}
