import * as sessions from '#lib/server/accounts/sessions.ts';
import * as signIn from '#lib/server/accounts/sign-in.ts';
import * as cookies from '../../../hooks/cookies.ts';
import type { Actions } from './$types';

export const actions = {
	default: async ({ locals, url, cookies: jar }) => {
		const { portal, settings, moment, enrolling, actor } = locals;
		const session = locals.session ?? enrolling?.session;
		const account = locals.account ?? enrolling?.account;
		cookies.remove(jar, 'session');
		cookies.remove(jar, 'kept');
		cookies.remove(jar, 'language');
		if (!session || !account) return { providerEnd: null };
		await sessions.end(portal, session.id, account.id, moment.now);
		locals.actor = null;
		if (session.means !== 'provider') return { providerEnd: null };
		const door = actor?.kind === 'resident' ? 'digid' : 'staff';
		const back = new URL('/inloggen', url.origin);
		const providerEnd = await signIn
			.endSessionAt(settings, door, session.idToken, back)
			.catch(() => null);
		return { providerEnd: providerEnd?.href ?? null };
	},
} satisfies Actions;
