import { redirect } from '@sveltejs/kit';
import * as signIn from '#lib/server/accounts/sign-in.ts';
import { logger } from '#lib/server/logger.ts';
import * as cookies from '../../../../hooks/cookies.ts';
import type { RequestHandler } from './$types';

/** Leaves for the provider; what must be remembered goes along sealed in a cookie of ten minutes. */
export const GET: RequestHandler = async ({ params, locals, url, cookies: jar }) => {
	const { portal, settings, moment, reference } = locals;
	const door = params.door === 'digid' ? 'digid' : 'staff';
	const callback = new URL('/inloggen/terug', url.origin);
	const begun = await signIn
		.begin(portal, settings, door, callback, moment.now)
		.catch((problem: unknown) => {
			const reason = problem instanceof Error ? problem.message : 'unknown';
			logger().error({ reference, signIn: 'cannot begin', reason });
			return null;
		});
	if (!begun) redirect(303, '/inloggen/onbekend?reden=mislukt');
	cookies.set(jar, 'flow', begun.flow, 600);
	redirect(303, begun.location);
};
