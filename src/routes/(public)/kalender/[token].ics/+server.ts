import { createHash } from 'node:crypto';
import { NotFound } from '#lib/server/errors.ts';
import * as feeds from '#lib/server/feeds/feeds.ts';
import * as translations from '#lib/server/translations/translations.ts';
import type { RequestHandler } from './$types';

/** Calendars ask every few minutes at most, and many phones may stand behind one address. */
const mayAsk = translations.limiter(600, 10 * 60_000);

/**
 * The calendar behind a secret address. Nobody keeps it on the way; a phone that says what it has gets no more than that
 * it is still so. What is not there is answered with the same few bytes, whatever it once was.
 */
export const GET: RequestHandler = async ({ getClientAddress, locals, params, request }) => {
	const { moment, portal } = locals;
	if (!mayAsk(getClientAddress(), moment.now)) {
		return new Response('Try again later.\n', { status: 429, headers: { 'retry-after': '600' } });
	}
	const calendar = await orNothing(feeds.read(portal, params.token, moment));
	if (calendar === null) return new Response('Not found.\n', { status: 404, headers: unlisted });
	const etag = `"${createHash('sha256').update(calendar).digest('base64url').slice(0, 32)}"`;
	const headers = { ...unlisted, etag, 'content-type': 'text/calendar; charset=utf-8' };
	const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
	const isKnown = known.some((one) => one.replace(/^W\//, '') === etag);
	return isKnown
		? new Response(null, { status: 304, headers })
		: new Response(calendar, { headers });
};

/** No search engine keeps what a secret in its address opens. */
const unlisted = {
	'cache-control': 'private, no-store',
	'x-robots-tag': 'noindex, nofollow',
};

async function orNothing(read: Promise<string>): Promise<string | null> {
	try {
		return await read;
	} catch (problem) {
		if (problem instanceof NotFound) return null;
		throw problem;
	}
}
