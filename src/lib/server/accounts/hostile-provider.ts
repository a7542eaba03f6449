import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a provider in a test answers differently from an honest one. */
export interface Hostility {
	readonly header?: Record<string, unknown>;
	/** Claims instead of the honest ones; one that is undefined is left out. */
	readonly claims?: Record<string, unknown>;
	readonly signedBy?: 'itself' | 'somebodyElse' | 'clientSecret' | 'nobody';
	readonly withoutIdToken?: boolean;
	readonly tokenStatus?: number;
	readonly metadata?: Record<string, unknown>;
	readonly withoutKeys?: boolean;
}

export const client = { id: 'meedoen', secret: 'a-secret-that-both-sides-know' } as const;

/** An OpenID provider for tests that says what it is told to say; `claims` are the honest ones for `nonce`. */
export async function hostileProvider(honest: Record<string, unknown>) {
	const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	let hostility: Hostility = {};
	let nonce = '';
	const server = createServer((request, response) => {
		const [status, body] = answer(request.url ?? '');
		response.writeHead(status, { 'content-type': 'application/json' });
		response.end(JSON.stringify(body));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	function answer(path: string): [number, unknown] {
		if (path === '/.well-known/openid-configuration') return [200, metadata()];
		if (path === '/keys' && !hostility.withoutKeys) {
			const jwk = own.publicKey.export({ format: 'jwk' });
			return [200, { keys: [{ ...jwk, kid: 'own', use: 'sig', alg: 'ES256' }] }];
		}
		if (path !== '/token') return [404, {}];
		const tokens = { access_token: 'a', token_type: 'bearer', expires_in: 60 };
		const idToken = hostility.withoutIdToken ? {} : { id_token: token() };
		return [hostility.tokenStatus ?? 200, { ...tokens, ...idToken }];
	}

	const metadata = () => ({
		issuer,
		authorization_endpoint: `${issuer}/authorize`,
		token_endpoint: `${issuer}/token`,
		jwks_uri: `${issuer}/keys`,
		response_types_supported: ['code'],
		subject_types_supported: ['public'],
		id_token_signing_alg_values_supported: ['ES256'],
		authorization_response_iss_parameter_supported: true,
		...hostility.metadata,
	});

	function token(): string {
		const now = Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000);
		const times = { iat: now, exp: now + 300 };
		const claims = { iss: issuer, aud: client.id, sub: 'amina', nonce, ...times, ...honest };
		const head = { alg: 'ES256', kid: 'own', ...hostility.header };
		const text = [head, { ...claims, ...hostility.claims }]
			.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
			.join('.');
		return `${text}.${signature(text)}`;
	}

	function signature(text: string): string {
		const by = hostility.signedBy ?? 'itself';
		if (by === 'nobody') return '';
		if (by === 'clientSecret') {
			return createHmac('sha256', client.secret).update(text).digest('base64url');
		}
		const key = (by === 'itself' ? own : other).privateKey;
		const bytes = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
		return bytes.toString('base64url');
	}

	return {
		issuer,
		/** From now on it answers like this, to a sign-in that began with this nonce. */
		behave(how: Hostility, withNonce = '') {
			[hostility, nonce] = [how, withNonce];
		},
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}
