import { redirect } from '@sveltejs/kit';
import * as signIn from '#lib/server/accounts/sign-in.ts';
import * as cookies from '../../../../hooks/cookies.ts';
import type { RequestHandler } from './$types';

/** Leaves for the provider; what must be remembered goes along sealed in a cookie of ten minutes. */
export const GET: RequestHandler = async ({ params, locals, url, cookies: jar }) => {
	const { portal, settings, moment } = locals;
	const door = params.door === 'digid' ? 'digid' : 'staff';
	const callback = new URL('/inloggen/terug', url.origin);
	const { location, flow } = await signIn.begin(portal, settings, door, callback, moment.now);
	cookies.set(jar, 'flow', flow, 600);
	redirect(303, location);
};
