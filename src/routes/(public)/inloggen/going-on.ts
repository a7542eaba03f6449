import type { RequestEvent } from '@sveltejs/kit';
import * as keptForms from '#lib/server/accounts/kept-forms.ts';
import * as sessions from '#lib/server/accounts/sessions.ts';
import * as cookies from '../../../hooks/cookies.ts';
import * as going from '../../../hooks/going.ts';

/** Where who just signed in goes on: to the form that came too late, to where they were going, or to the beginning. */
export async function goOn(
	{ cookies: jar, locals }: Pick<RequestEvent, 'cookies' | 'locals'>,
	token: string,
): Promise<string> {
	const { moment, portal } = locals;
	const earlier = locals.session ?? locals.enrolling?.session;
	if (earlier) await sessions.end(portal, earlier.id, earlier.accountId, moment.now);
	const found = await sessions.find(portal, token, moment.now);
	const accountId = found.state === 'alive' ? found.account.id : '';
	const kept = cookies.get(jar, 'kept');
	const path = kept ? await keptForms.pathOf(portal, accountId, kept) : null;
	if (!path) cookies.remove(jar, 'kept');
	const wanted = going.take(jar);
	return path ?? wanted ?? '/';
}
