import { error as httpError, type RequestEvent } from '@sveltejs/kit';
import { Writable } from 'node:stream';
import pino from 'pino';
import { beforeEach, expect, it, vi } from 'vitest';
import { error } from './error.ts';
import { log } from './log.ts';

const { said } = vi.hoisted(() => ({ said: [] as string[] }));

vi.mock('#lib/server/logger.ts', () => {
	const stream = new Writable({
		write(line: Buffer, _encoding, done) {
			said.push(line.toString());
			done();
		},
	});
	return { logger: () => pino({}, stream) };
});

const token = 'q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k';

beforeEach(() => void said.splice(0));

/** A phone that asks for a calendar, with everything it may say. */
function asked(): RequestEvent {
	const url = new URL(`https://example.org/kalender/${token}.ics?x=${token}`);
	return {
		url,
		params: { token },
		route: { id: '/(public)/kalender/[token].ics' },
		request: new Request(url, { headers: { referer: url.href, 'if-none-match': `"${token}"` } }),
		locals: {},
	} as unknown as RequestEvent;
}

const answers: readonly [string, () => Response | Promise<Response>][] = [
	['a calendar', () => new Response('BEGIN:VCALENDAR')],
	['nothing there', () => new Response('Not found.\n', { status: 404 })],
	['asked too often', () => new Response('Try again later.\n', { status: 429 })],
	['a refusal', () => httpError(404, { message: token })],
	['something broken', () => Promise.reject(new Error(`broken at ${token}`))],
];

it.each(answers)('tells of %s without the secret of the address', async (_name, answer) => {
	const event = asked();
	const resolve = () => Promise.resolve().then(answer);
	await Promise.resolve(log({ event, resolve })).catch((problem: unknown) =>
		error({ error: problem, event, status: 500, message: token }),
	);
	expect(said.length).toBeGreaterThan(0);
	expect(said.join('')).toContain('/(public)/kalender/[token].ics');
	expect(said.join('')).not.toContain(token);
});
