import { once } from 'node:events';
import {
	Agent,
	type IncomingMessage,
	request as ask,
	type Server,
	type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { read } from '../lib/server/settings.ts';
import { drain, type Handler, serverOf } from './server.ts';

const page = '<!doctype html>'.padEnd(5000, 'x');
let server: Server | undefined;
afterEach(() => {
	server?.closeAllConnections();
	server?.close();
});

async function started(handler: Handler, given: Record<string, string> = {}) {
	server = serverOf(read(given), handler, null).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return server;
}

async function answerOf(
	of: Server,
	headers: Record<string, string> = {},
	method = 'GET',
	path = '/',
) {
	const { port } = of.address() as AddressInfo;
	const asked = ask({ port, host: '127.0.0.1', path, method, headers });
	asked.end();
	const [answer] = (await once(asked, 'response')) as [IncomingMessage];
	return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

const answerPage = (headers: Record<string, string>, status = 200) =>
	((_request, response) => {
		response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
		response.end(page);
	}) satisfies Handler;

describe('what a proxy says', () => {
	const spoofed = {
		'x-forwarded-proto': 'https',
		'x-forwarded-host': 'bank.example',
		'x-forwarded-port': '444',
		'x-forwarded-for': '203.0.113.9',
		'X-Forwarded-Anything': 'x',
		forwarded: 'for=203.0.113.9;proto=https;host=bank.example',
	};
	const echo: Handler = (request, response) => response.end(JSON.stringify(request.headers));

	it('is not taken from a client that comes straight', async () => {
		const { body } = await answerOf(await started(echo), spoofed);
		const seen = Object.entries(JSON.parse(body) as object).filter(([name]) =>
			name.includes('forwarded'),
		);
		expect(seen).toEqual([['x-forwarded-proto', 'http']]);
	});

	it('is passed on when the operator trusts the proxy', async () => {
		const { body } = await answerOf(await started(echo, { TRUST_PROXY: '1' }), spoofed);
		expect(JSON.parse(body)).toMatchObject({ 'x-forwarded-proto': 'https' });
	});
});

describe('an answer', () => {
	it('is compressed only when the page says so, and never shows that it did', async () => {
		const accepts = { 'accept-encoding': 'br, gzip' };
		const marked = await answerOf(await started(answerPage({ 'x-compressible': '1' })), accepts);
		expect(marked.headers['content-encoding']).toBe('br');
		expect(marked.headers).not.toHaveProperty('x-compressible');
		for (const headers of [{}, { 'x-compressible': '0' }]) {
			const plain = await answerOf(await started(answerPage(headers)), accepts);
			expect(plain.headers).not.toHaveProperty('content-encoding');
			expect(plain.headers).not.toHaveProperty('x-compressible');
			expect(plain.body).toBe(page);
		}
	});

	it.each(['HEAD', 'POST'])('to %s never shows the mark either', async (method) => {
		const of = await started(answerPage({ 'x-compressible': '1' }, 404));
		expect((await answerOf(of, {}, method)).headers).not.toHaveProperty('x-compressible');
	});

	it('that a hook threw has the headers of every answer, and a closed policy', async () => {
		const { headers } = await answerOf(await started(answerPage({}, 404)));
		expect(headers).toMatchObject({
			'strict-transport-security': 'max-age=63072000; includeSubDomains',
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY',
			'referrer-policy': 'same-origin',
			'cache-control': 'private, no-store',
		});
		expect(headers['content-security-policy']).toContain("default-src 'none'");
	});

	it('keeps what the page itself says', async () => {
		const own = { 'content-security-policy': "default-src 'self'", 'cache-control': 'no-cache' };
		expect((await answerOf(await started(answerPage(own)))).headers).toMatchObject(own);
	});

	it('of a file may be stored, and has no policy that would bind a worker', async () => {
		const file: Handler = (_request, response) => {
			response.setHeader('content-type', 'text/javascript');
			response.end('0');
		};
		const { headers } = await answerOf(await started(file));
		expect(headers).not.toHaveProperty('cache-control');
		expect(headers).not.toHaveProperty('content-security-policy');
		expect(headers['x-content-type-options']).toBe('nosniff');
	});
});

it('only the demo lets a script sign in without Origin', async () => {
	const echo: Handler = (request, response) => response.end(request.headers.origin ?? 'none');
	const at = async (path: string, given: Record<string, string>, headers = {}) =>
		(await answerOf(await started(echo, given), { host: 'a.localhost', ...headers }, 'POST', path))
			.body;
	expect(await at('/demo/sign-in', {})).toBe('none');
	expect(await at('/demo/sign-in', { DEMO: '1' })).toBe('http://a.localhost');
	expect(await at('/uren', { DEMO: '1' })).toBe('none');
	const foreign = { origin: 'https://evil.example' };
	expect(await at('/demo/sign-in', { DEMO: '1' }, foreign)).toBe('https://evil.example');
});

it('leaves an idle connection open for longer than a proxy does (nginx: 60 s)', async () => {
	const { keepAliveTimeout } = await started((_request, response) => response.end());
	expect(keepAliveTimeout).toBeGreaterThan(65_000);
});

describe('draining', () => {
	const slow = () => {
		const waiting: ServerResponse[] = [];
		const handler: Handler = (_request, response) => void waiting.push(response);
		return { waiting, handler };
	};

	it('lets a request under way finish, takes no new one, and is over only then', async () => {
		const { waiting, handler } = slow();
		const of = await started(handler);
		const { port } = of.address() as AddressInfo;
		const agent = new Agent({ keepAlive: true });
		const asked = ask({ port, host: '127.0.0.1', agent }).end();
		await once(of, 'request');
		let isOver = false;
		const over = drain(of).then(() => (isOver = true));
		await expect(answerOf(of, {}).catch((problem: unknown) => problem)).resolves.toBeInstanceOf(
			Error,
		);
		await new Promise((resolve) => setTimeout(resolve, 150));
		expect(isOver).toBe(false);
		waiting[0]?.end('done');
		const [answer] = (await once(asked, 'response')) as [IncomingMessage];
		expect(await text(answer)).toBe('done');
		await over;
		agent.destroy();
	});

	it('cuts off what does not end', async () => {
		const { handler } = slow();
		const of = await started(handler);
		const { port } = of.address() as AddressInfo;
		const asked = ask({ port, host: '127.0.0.1' }).end();
		const cut = once(asked, 'response').catch((problem: unknown) => problem);
		await once(of, 'request');
		await drain(of, 100);
		expect(await cut).toBeInstanceOf(Error);
	});
});
