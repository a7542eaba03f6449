import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { constants } from 'node:zlib';
import compression from 'compression';
import { always, closedPolicy, compressible, notStored } from '../lib/server/answer-headers.ts';
import type { Settings } from '../lib/server/settings.ts';

export type Handler = (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void,
) => unknown;

/** Something beside the portal that answers some of the requests. */
export interface Beside {
	answers(request: IncomingMessage): boolean;
	answer(request: IncomingMessage, response: ServerResponse): void;
}

/**
 * The server around the built portal: takes from a client what only a proxy may say, limits, and compresses what
 * the pages mark as safe to compress.
 */
export function serverOf(settings: Settings, handler: Handler, beside: Beside | null): Server {
	const compress = compression({
		filter: (_request, response) => complete(response),
		// 7 saves some 10 % of a plan against the default 4, for about 4 milliseconds; 9 saves nothing more.
		brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } },
	});
	const server = createServer((request, response) => {
		if (!settings.TRUST_PROXY) forgetProxies(request);
		if (beside?.answers(request)) return beside.answer(request, response);
		allowScript(settings, request);
		compress(request as never, response as never, () => {
			handler(request, response, () => {
				response.statusCode = 404;
				response.end();
			});
		});
	});
	server.headersTimeout = 10_000;
	server.requestTimeout = 60_000;
	// Longer than a proxy keeps an idle one (nginx: 60 s): otherwise it sends a form into one that closes at that moment.
	server.keepAliveTimeout = 75_000;
	return server;
}

/**
 * Lets what is under way finish and takes nothing new; resolves when the last connection is gone. After `patience`
 * (ms) those that are left are cut off.
 */
export async function drain(server: Server, patience = 10_000): Promise<void> {
	const gone = new Promise<void>((resolve) => server.close(() => resolve()));
	// A browser keeps a connection open after its last answer: such a one is closed as soon as it is idle.
	const idle = setInterval(() => server.closeIdleConnections(), 50);
	const impatient = setTimeout(() => server.closeAllConnections(), patience);
	await gone;
	clearInterval(idle);
	clearTimeout(impatient);
}

/** Whoever connects straight to the portal cannot say which protocol, host or address a proxy saw. */
function forgetProxies(request: IncomingMessage) {
	for (const name of Object.keys(request.headers)) {
		if (name === 'forwarded' || name.startsWith('x-forwarded-')) delete request.headers[name];
	}
	request.headers['x-forwarded-proto'] = 'http';
}

/**
 * Right before an answer goes out: what every answer says of itself, also a file and what a hook threw. Gives
 * whether it may be compressed: of pages only those that say so, since length can betray a secret (BREACH).
 */
function complete(response: ServerResponse): boolean {
	for (const [name, value] of Object.entries(always)) {
		if (!response.hasHeader(name)) response.setHeader(name, value);
	}
	const isPage = String(response.getHeader('content-type')).startsWith('text/html');
	if (isPage && !response.hasHeader('content-security-policy')) {
		response.setHeader('content-security-policy', closedPolicy);
	}
	const isFile = response.statusCode === 200 || response.statusCode === 304;
	if (!isFile && !response.hasHeader('cache-control')) {
		response.setHeader('cache-control', notStored);
	}
	const isMarked = response.getHeader(compressible) === '1';
	response.removeHeader(compressible);
	return isMarked;
}

/** A script that signs in to the demo sends no Origin; browsers always do. */
function allowScript(settings: Settings, request: IncomingMessage) {
	if (settings.DEMO && request.method === 'POST' && request.url === '/demo/sign-in') {
		request.headers.origin ??= `http://${request.headers.host}`;
	}
}
