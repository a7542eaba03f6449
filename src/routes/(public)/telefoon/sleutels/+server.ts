import { json } from '@sveltejs/kit';
import * as phones from '#lib/server/phones/phones.ts';
import { answer } from '../../../../hooks/answer.ts';
import type { RequestHandler } from './$types';

/**
 * What the phone of who is signed in keeps things with. For our own script alone: typed as an address or asked for by
 * another site it gives nothing.
 */
export const GET: RequestHandler = answer(async ({ locals, request }) => {
	const { actor, phone } = locals;
	const from = request.headers.get('sec-fetch-site');
	if (actor?.kind !== 'resident' || (from !== null && from !== 'same-origin')) {
		return json({}, { status: 401 });
	}
	return json(await phones.keysFor(actor, phone));
});
