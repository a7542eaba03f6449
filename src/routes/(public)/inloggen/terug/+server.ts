import { redirect } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/accounts.ts';
import * as keptForms from '#lib/server/accounts/kept-forms.ts';
import * as sessions from '#lib/server/accounts/sessions.ts';
import * as signIn from '#lib/server/accounts/sign-in.ts';
import { logger } from '#lib/server/logger.ts';
import type { Portal } from '#lib/server/portal.ts';
import * as waysIn from '#lib/server/ways-in/ways-in.ts';
import * as cookies from '../../../../hooks/cookies.ts';
import * as going from '../../../../hooks/going.ts';
import type { RequestHandler } from './$types';

/** Back from the provider: who is it, is there an account, and where were they. */
export const GET: RequestHandler = async ({ locals, request, url, cookies: jar }) => {
	const { portal, settings, moment, reference } = locals;
	const flow = cookies.get(jar, 'flow');
	cookies.remove(jar, 'flow');
	const note = (reason: string) => logger().warn({ reference, signIn: 'refused', reason });
	const identity = await signIn.finish(portal, settings, url, flow, moment.now, note);
	if (!identity) redirect(303, '/inloggen/onbekend?reden=mislukt');
	const account = await accountOf(portal, identity, moment.now);
	if (!account || account.disabledAt !== null) redirect(303, '/inloggen/onbekend');
	const earlier = locals.session ?? locals.enrolling?.session;
	if (earlier) await sessions.end(portal, earlier.id, account.id, moment.now);
	const device = waysIn.deviceOf(request.headers.get('user-agent'));
	const token = await sessions.start(portal, account, moment.now, identity.idToken, device);
	cookies.set(jar, 'session', token);
	const kept = cookies.get(jar, 'kept');
	const path = kept ? await keptForms.pathOf(portal, account.id, kept) : null;
	if (!path) cookies.remove(jar, 'kept');
	const wanted = going.take(jar);
	redirect(303, path ?? (account.kind === 'resident' ? wanted : null) ?? '/');
};

function accountOf(portal: Portal, identity: signIn.Identity, now: number) {
	const { door } = identity;
	if (door === 'digid') return accounts.ofResident(portal, identity.who, now);
	if (door === 'partner') return accounts.ofPartner(portal, identity.who, now);
	return accounts.ofStaff(portal, identity.who, now);
}
