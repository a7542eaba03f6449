import type { RequestHandler } from './$types';

/** Whether the sign-in is alive; asking counts as using it. */
export const POST: RequestHandler = ({ locals }) =>
	new Response(null, { status: locals.actor ? 204 : 401 });
