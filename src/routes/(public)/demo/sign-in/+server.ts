import { error, redirect } from '@sveltejs/kit';
import * as accounts from '#lib/server/accounts/accounts.ts';
import * as sessions from '#lib/server/accounts/sessions.ts';
import { bsnOf } from '#lib/server/demo/bsn.ts';
import { type Persona, personas } from '#lib/server/demo/personas.ts';
import { issuerOf } from '#lib/server/demo/settings.ts';
import type { Portal } from '#lib/server/portal.ts';
import { deviceOf } from '#lib/server/ways-in/ways-in.ts';
import * as cookies from '../../../../hooks/cookies.ts';
import type { RequestHandler } from './$types';

/** Signs in as somebody of the demo at once; outside the demo this address does not exist. */
export const POST: RequestHandler = async ({ locals, request, cookies: jar }) => {
	const { settings, portal, moment } = locals;
	if (!settings.DEMO) error(404);
	const key = (await request.formData()).get('persona');
	const persona = personas.find((each) => each.key === key && each.tenantId === portal.tenant.id);
	if (!persona) error(404);
	const who = { issuer: issuerOf(settings), subject: persona.key };
	const account = await accountOf(portal, persona, who, moment.now);
	if (!account) error(404);
	const device = deviceOf(request.headers.get('user-agent'));
	cookies.set(jar, 'session', await sessions.start(portal, account, moment.now, null, device));
	redirect(303, '/');
};

function accountOf(
	portal: Portal,
	persona: Persona,
	who: { readonly issuer: string; readonly subject: string },
	now: number,
) {
	if (persona.kind === 'resident') {
		return accounts.ofResident(portal, { ...who, bsn: bsnOf(persona.key) }, now);
	}
	const identity = { ...who, email: null };
	return persona.kind === 'partner'
		? accounts.ofPartner(portal, { ...identity, ...persona }, now)
		: accounts.ofStaff(portal, { ...identity, ...persona }, now);
}
