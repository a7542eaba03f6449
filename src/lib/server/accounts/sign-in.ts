import * as client from 'openid-client';
import * as v from 'valibot';
import { isBsn } from '../crypto/bsn.ts';
import * as envelope from '../crypto/envelope.ts';
import type { Keyring } from '../crypto/keyring.ts';
import type { Portal } from '../portal.ts';
import { secretFrom, type Settings, SettingProblem } from '../settings.ts';
import {
	isRole,
	type PartnerIdentity,
	type ResidentIdentity,
	type StaffIdentity,
} from './accounts.ts';

/** Signing in asks no database: who came back is told, not yet looked up. */
type Sealing = Pick<Portal, 'tenant' | 'keyring'>;

/** Which door: DigiD through the broker, or the gemeente's own identity provider, where partners sign in too. */
export type Door = 'digid' | 'staff';

/** One provider as the settings name it. */
interface Provider {
	readonly issuer: URL;
	readonly clientId: string;
	readonly secret: string;
	readonly acr: string | null;
}

/** What must be remembered between leaving for the provider and coming back; sealed in a cookie. */
const flowSchema = v.object({
	door: v.picklist(['digid', 'staff']),
	state: v.string(),
	nonce: v.string(),
	verifier: v.string(),
	startedAt: v.number(),
});
type Flow = v.InferOutput<typeof flowSchema>;

const flowLasts = 10 * 60_000;

export type Identity =
	| { readonly door: 'digid'; readonly who: ResidentIdentity; readonly idToken: string | null }
	| { readonly door: 'staff'; readonly who: StaffIdentity; readonly idToken: string | null }
	| { readonly door: 'partner'; readonly who: PartnerIdentity; readonly idToken: string | null };

/**
 * Where to send the browser to sign in, and the sealed flow to keep in a cookie meanwhile. PKCE (S256), state and
 * nonce are new for each try (OpenID Connect Core 1.0; OIDC-NLGOV).
 */
export async function begin(
	portal: Sealing,
	settings: Settings,
	door: Door,
	callback: URL,
	now: number,
): Promise<{ location: URL; flow: string }> {
	const provider = providerOf(settings, door);
	const verifier = client.randomPKCECodeVerifier();
	const flow: Flow = {
		door,
		state: client.randomState(),
		nonce: client.randomNonce(),
		verifier,
		startedAt: now,
	};
	const location = client.buildAuthorizationUrl(await discover(provider), {
		redirect_uri: callback.href,
		scope: 'openid',
		state: flow.state,
		nonce: flow.nonce,
		code_challenge: await client.calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256',
		...(provider.acr ? { acr_values: provider.acr } : {}),
	});
	return { location, flow: sealFlow(portal, flow) };
}

/**
 * Who came back. Null when anything does not fit: another browser's flow, an old one, a wrong state, nonce, issuer,
 * audience, signature or level of assurance. The reason goes to `note`, never to the person.
 */
export async function finish(
	portal: Sealing,
	settings: Settings,
	current: URL,
	sealedFlow: string | undefined,
	now: number,
	note: (reason: string) => void,
): Promise<Identity | null> {
	const flow = openFlow(portal, sealedFlow);
	if (!flow || now > flow.startedAt + flowLasts) {
		note('no flow');
		return null;
	}
	try {
		const provider = providerOf(settings, flow.door);
		const tokens = await client.authorizationCodeGrant(await discover(provider), current, {
			pkceCodeVerifier: flow.verifier,
			expectedState: flow.state,
			expectedNonce: flow.nonce,
			idTokenExpected: true,
		});
		const claims = tokens.claims();
		if (!claims) throw new Error('no claims');
		if (provider.acr && claims.acr !== provider.acr) throw new Error('level of assurance');
		return identityOf(settings, flow.door, claims, tokens.id_token ?? null);
	} catch (problem) {
		note(problem instanceof Error ? problem.message : 'unknown');
		return null;
	}
}

/** Where the provider ends its own sign-in, or null when it has no such address. */
export async function endSessionAt(
	settings: Settings,
	door: Door,
	idToken: string | null,
	back: URL,
): Promise<URL | null> {
	const configuration = await discover(providerOf(settings, door));
	if (!configuration.serverMetadata().end_session_endpoint) return null;
	return client.buildEndSessionUrl(configuration, {
		post_logout_redirect_uri: back.href,
		...(idToken ? { id_token_hint: idToken } : {}),
	});
}

function identityOf(
	settings: Settings,
	door: Door,
	claims: client.IDToken,
	idToken: string | null,
): Identity {
	const who = { issuer: claims.iss, subject: claims.sub };
	if (door === 'digid') {
		const bsn = claims[settings.DIGID_BSN_CLAIM];
		if (typeof bsn !== 'string' || !isBsn(bsn)) throw new Error('no BSN');
		return { door, who: { ...who, bsn }, idToken };
	}
	const name = typeof claims['name'] === 'string' ? claims['name'] : claims.sub;
	const email = typeof claims['email'] === 'string' ? claims['email'] : null;
	const map = roleMap(settings);
	const granted = textsOf(claims[settings.STAFF_ROLE_CLAIM]).map((each) => map.get(each) ?? '');
	const roles = granted.filter(isRole);
	const gemeentecodes = textsOf(claims[settings.STAFF_GEMEENTE_CLAIM]);
	if (roles.length === 0 && granted.includes(schoolRole)) {
		const [partnerId = '', ...more] = textsOf(claims[settings.STAFF_PARTNER_CLAIM]);
		if (more.length > 0) throw new Error('more than one partner');
		return { door: 'partner', who: { ...who, name, email, partnerId, gemeentecodes }, idToken };
	}
	return { door, who: { ...who, name, email, roles, gemeentecodes }, idToken };
}

/** The role of who works for a partner; with a role of the gemeente beside it, that one counts alone. */
const schoolRole = 'school';

function roleMap(settings: Settings): Map<string, string> {
	const pairs = settings.STAFF_ROLE_MAP.split(',').map((pair) => pair.split('='));
	return new Map(pairs.map(([from = '', to = '']) => [from.trim(), to.trim()]));
}

function textsOf(claim: unknown): string[] {
	if (typeof claim === 'string') return [claim];
	return Array.isArray(claim) ? claim.filter((each) => typeof each === 'string') : [];
}

function sealFlow(portal: Sealing, flow: Flow): string {
	return envelope.seal(cookieRing(portal), JSON.stringify(flow), flowAad(portal));
}

function openFlow(portal: Sealing, sealed: string | undefined): Flow | null {
	if (!sealed) return null;
	try {
		const text = envelope.openText(cookieRing(portal), sealed, flowAad(portal));
		return v.parse(flowSchema, JSON.parse(text));
	} catch {
		return null;
	}
}

/** Cookies are sealed with a key of their own: every sign-in begun uses it, and the data key must last longer. */
function cookieRing({ keyring }: Sealing): Keyring {
	return { ...keyring, dataKeys: new Map([[1, keyring.cookieKey]]), newestVersion: 1 };
}

function flowAad({ tenant }: Sealing): string {
	return `sign-in|flow|${tenant.id}`;
}

function providerOf(settings: Settings, door: Door): Provider {
	const prefix = door === 'digid' ? 'DIGID' : 'STAFF';
	const issuer = settings[`${prefix}_ISSUER`];
	const clientId = settings[`${prefix}_CLIENT_ID`];
	const secretFile = settings[`${prefix}_CLIENT_SECRET_FILE`];
	if (!issuer || !clientId || !secretFile) {
		throw new SettingProblem(
			`${prefix}_ISSUER, ${prefix}_CLIENT_ID and ${prefix}_CLIENT_SECRET_FILE are needed to sign in.`,
		);
	}
	const secret = secretFrom(secretFile, `${prefix}_CLIENT_SECRET_FILE`);
	return { issuer: new URL(issuer), clientId, secret, acr: settings[`${prefix}_ACR`] ?? null };
}

const discovered = new Map<string, Promise<client.Configuration>>();

/** Asked at the first sign-in and not at the start, since in the demo the provider starts with the portal. */
function discover(provider: Provider): Promise<client.Configuration> {
	const key = `${provider.issuer.href} ${provider.clientId}`;
	const known = discovered.get(key);
	if (known) return known;
	const insecure = provider.issuer.protocol === 'http:' && isLoopback(provider.issuer.hostname);
	// OpenID Connect lets a client trust TLS instead of the signature of a token; here the signature must hold too.
	const execute = [client.enableNonRepudiationChecks];
	if (insecure) execute.push(client.allowInsecureRequests);
	const { issuer, clientId, secret } = provider;
	const asked = client.discovery(issuer, clientId, secret, undefined, { execute });
	discovered.set(key, asked);
	asked.catch(() => discovered.delete(key));
	return asked;
}

function isLoopback(host: string): boolean {
	return host === '127.0.0.1' || host === 'localhost' || host === '[::1]';
}
