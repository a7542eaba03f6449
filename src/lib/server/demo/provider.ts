import type { IncomingMessage, ServerResponse } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import Provider, { type Configuration } from 'oidc-provider';
import { newId } from '../id.ts';
import { secretFrom, type Settings } from '../settings.ts';
import { all } from '../tenants/tenants.ts';
import { bsnOf } from './bsn.ts';
import { type Persona, personas } from './personas.ts';
import { ProviderMemory } from './provider-memory.ts';
import { clients, digidAcr, issuerOf } from './settings.ts';

const base = '/demo/oidc';
const choose = `${base}/choose/`;

/** The OpenID provider of the demo, under a path of the portal's own server. */
export function provider(settings: Settings) {
	const oidc = new Provider(issuerOf(settings), configuration(settings));
	oidc.proxy = false;
	const callback = oidc.callback();

	return {
		answers: (request: IncomingMessage) => request.url?.startsWith(base) ?? false,
		answer(request: IncomingMessage, response: ServerResponse) {
			if (request.url?.startsWith(choose)) return void interact(oidc, request, response);
			Object.assign(request, { originalUrl: request.url, baseUrl: base });
			request.url = request.url?.slice(base.length) || '/';
			void callback(request, response);
		},
	};
}

/** A list of people to be; choosing one is a link, because a form here may not lead to another host. */
async function interact(oidc: Provider, request: IncomingMessage, response: ServerResponse) {
	try {
		const { uid, prompt, params } = await oidc.interactionDetails(request, response);
		const kind = params['client_id'] === clients.staff ? 'staff' : 'resident';
		const chosen = new URL(request.url ?? '', 'http://demo').searchParams.get('persona');
		if (prompt.name === 'consent') {
			const grant = new oidc.Grant({
				accountId: (await oidc.interactionDetails(request, response)).session?.accountId ?? '',
				clientId: String(params['client_id']),
			});
			grant.addOIDCScope('openid');
			const consent = { grantId: await grant.save() };
			await oidc.interactionFinished(request, response, { consent });
			return;
		}
		const host = new URL(String(params['redirect_uri'])).hostname;
		const tenantId = all().find((tenant) => tenant.hosts.includes(host))?.id;
		const list = personas.filter(
			(each) => (each.kind === 'resident') === (kind === 'resident') && each.tenantId === tenantId,
		);
		const persona = list.find(({ key }) => key === chosen);
		if (persona) {
			const acr = persona.kind === 'resident' ? digidAcr : 'staff';
			const login = { accountId: persona.key, acr, remember: false };
			await oidc.interactionFinished(request, response, { login });
			return;
		}
		response.setHeader('content-type', 'text/html; charset=utf-8');
		response.end(pageOf(uid, list));
	} catch {
		response.statusCode = 400;
		response.end('This sign-in is over. Start again from the portal.\n');
	}
}

function pageOf(uid: string, list: readonly Persona[]): string {
	const links = list.map(
		({ key, name }) => `<li><a href="${choose}${uid}?persona=${key}">${name}</a></li>`,
	);
	return `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Demo</title><h1>Demo</h1><ul>${links.join('')}</ul></html>`;
}

function configuration(settings: Settings): Configuration {
	const client_secret = secretFrom(
		settings.DIGID_CLIENT_SECRET_FILE ?? '',
		'DIGID_CLIENT_SECRET_FILE',
	);
	const hosts = all().flatMap((tenant) => tenant.hosts);
	const origins = hosts.map((host) => `http://${host}:${settings.PORT}`);
	const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
		format: 'jwk',
	});
	return {
		adapter: ProviderMemory,
		clients: [clients.digid, clients.staff].map((client_id) => ({
			client_id,
			client_secret,
			redirect_uris: origins.map((origin) => `${origin}/inloggen/terug`),
			post_logout_redirect_uris: origins.map((origin) => `${origin}/inloggen`),
			id_token_signed_response_alg: 'ES256',
		})),
		jwks: { keys: [{ ...key, use: 'sig', alg: 'ES256', kid: 'demo' }] },
		cookies: { keys: [newId()] },
		acrValues: [digidAcr, 'staff'],
		claims: {
			openid: ['sub', 'bsn', 'name', 'email', 'roles', 'gemeentecodes', 'partner'],
			acr: null,
		},
		conformIdTokenClaims: false,
		features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
		interactions: { url: (_context, interaction) => `${choose}${interaction.uid}` },
		findAccount: (_context, id) => accountOf(id),
		ttl: {
			Interaction: 600,
			Session: 900,
			Grant: 900,
			AccessToken: 600,
			IdToken: 600,
			AuthorizationCode: 60,
		},
	};
}

function accountOf(id: string) {
	const persona = personas.find(({ key }) => key === id);
	if (!persona) return undefined;
	const claims =
		persona.kind === 'resident'
			? { sub: id, bsn: bsnOf(id) }
			: {
					sub: id,
					name: persona.name,
					email: `${id}@voorbeeld.example`,
					...(persona.kind === 'partner'
						? { roles: ['school'], partner: persona.partnerId }
						: { roles: persona.roles }),
					gemeentecodes: persona.gemeentecodes,
				};
	return { accountId: id, claims: () => claims };
}
