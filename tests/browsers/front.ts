import { execFileSync } from 'node:child_process';
import { createServer as plain, request, type RequestListener, type Server } from 'node:http';
import { createServer as secure } from 'node:https';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An address at which a browser finds the portal. */
export interface Front {
	readonly address: string;
	/** Without a connection nothing is answered. */
	readonly connect: (isThere: boolean) => void;
	stop(): void;
}

/**
 * Stands before a portal that trusts it (`TRUST_PROXY`), with TLS by a certificate of the moment or without: WebKit and
 * older browsers keep no `Secure` cookie of 127.0.0.1 without TLS.
 */
export async function front(portal: string, protocol: 'http' | 'https'): Promise<Front> {
	let isConnected = true;
	const pass: RequestListener = (asked, answer) => {
		if (!isConnected) return void answer.destroy();
		const headers = {
			...asked.headers,
			'x-forwarded-proto': protocol,
			'x-forwarded-for': '127.0.0.1',
		};
		const { method, url } = asked;
		const passed = request(portal + (url ?? '/'), { method, headers }, (got) => {
			answer.writeHead(got.statusCode ?? 502, got.headers);
			got.pipe(answer);
		});
		passed.once('error', () => answer.destroy());
		asked.pipe(passed);
	};
	const server: Server = protocol === 'https' ? secure(certificate(), pass) : plain(pass);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const at = server.address();
	if (at === null || typeof at === 'string') throw new Error('the front has no port');
	return {
		address: `${protocol}://127.0.0.1:${at.port}`,
		connect(isThere) {
			isConnected = isThere;
			if (!isThere) server.closeAllConnections();
		},
		stop() {
			server.closeAllConnections();
			server.close();
		},
	};
}

/** Signed by itself, so a browser has to be told to take it. */
function certificate() {
	const folder = mkdtempSync(join(tmpdir(), 'meedoen-front-'));
	const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	const given =
		'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1';
	execFileSync('openssl', [...given.split(' '), '-keyout', keyFile, '-out', certFile], {
		stdio: 'ignore',
	});
	const pair = { key: readFileSync(keyFile), cert: readFileSync(certFile) };
	rmSync(folder, { recursive: true });
	return pair;
}
