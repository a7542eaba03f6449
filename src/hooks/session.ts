import { type Handle, isHttpError } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/accounts.ts';
import * as keptForms from '#lib/server/accounts/kept-forms.ts';
import * as sessions from '#lib/server/accounts/sessions.ts';
import * as helpers from '#lib/server/helpers/helpers.ts';
import * as cookies from './cookies.ts';
import { fieldsOf } from './form.ts';

/** Who this is, by the session cookie; and what this person had typed before the last sign-in ended. */
export const session: Handle = async ({ event, resolve }) => {
	const { portal, moment } = event.locals;
	event.locals.actor = null;
	event.locals.account = null;
	event.locals.session = null;
	event.locals.enrolling = null;
	event.locals.helper = null;
	event.locals.kept = null;
	const token = cookies.get(event.cookies, 'session');
	if (token) {
		const found = await sessions.find(portal, token, moment.now);
		if (found.state === 'alive' && found.session.means === 'letter') {
			event.locals.enrolling = found;
		} else if (found.state === 'alive') {
			event.locals.session = found.session;
			event.locals.account = found.account;
			event.locals.actor = accounts.actorOf(portal, found.account);
		} else if (event.request.method === 'POST' && found.state === 'ended') {
			await keep(event, found.accountId);
		}
	}
	await lookAlong(event, token !== undefined);
	await giveBack(event);
	return resolve(event);
};

type Event = Parameters<Handle>[0]['event'];

/**
 * Who looks along has no account but a key: on their own pages, and wherever nobody is signed in, so that whatever they
 * ask for besides is not found. Who has an account too is sent to sign in again when that ended, as anybody is.
 */
async function lookAlong(event: Event, hasAccount: boolean) {
	const route = event.route.id ?? '';
	const isTheirs = route.startsWith('/(helper)/');
	if (route.startsWith('/(public)') || (hasAccount && !isTheirs)) return;
	const { moment, portal } = event.locals;
	const key = cookies.get(event.cookies, 'helper');
	const found = key === undefined ? null : await helpers.find(portal, key, moment.now);
	if (!found) return;
	event.locals.actor = found.actor;
	event.locals.helper = found;
}

/** A form that came too late is kept, sealed, for the same account; a photo must be chosen again. */
async function keep(event: Event, accountId: string) {
	const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(
		event.request.headers.get('content-type') ?? '',
	);
	const { id: route } = event.route;
	if (!isForm || route === null || route.startsWith('/(public)')) return;
	const form = await fieldsOf(event.request.clone()).catch(nothing);
	const fields: Record<string, string> = {};
	for (const [name, value] of form) {
		if (typeof value === 'string' && value.length <= 20_000) fields[name] = value;
	}
	const { portal, moment } = event.locals;
	const id = await keptForms.keep(portal, accountId, event.url.pathname, fields, moment.now);
	cookies.set(event.cookies, 'kept', id, 1800);
}

/** What cannot be read cannot be kept: that answer is for the page to give. */
function nothing(problem: unknown): FormData {
	if (isHttpError(problem)) return new FormData();
	throw problem;
}

/** Once, and to a page that somebody looks at: what a phone fetches for its copy would take it unseen. */
async function giveBack(event: Event) {
	if (event.request.headers.has('x-copy')) return;
	const id = cookies.get(event.cookies, 'kept');
	const { account, portal, moment } = event.locals;
	if (!id || !account || event.request.method !== 'GET') return;
	const { pathname } = event.url;
	event.locals.kept = await keptForms.take(portal, account.id, id, pathname, moment.now);
	if (event.locals.kept) cookies.remove(event.cookies, 'kept');
}
