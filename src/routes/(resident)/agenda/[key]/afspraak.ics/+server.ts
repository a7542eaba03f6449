import * as feeds from '#lib/server/feeds/feeds.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import type { RequestHandler } from './$types';

/** One appointment, for the calendar of a phone. */
export const GET: RequestHandler = answer(async ({ locals, params }) => {
	const calendar = await feeds.readOne(resident(locals), params.key);
	return new Response(calendar, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="afspraak.ics"',
			'cache-control': 'private, no-store',
		},
	});
});
