import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { read } from '../settings.ts';
import { channelsOf, offered } from './channels.ts';
import { sms } from './sms.ts';
import { smtp } from './smtp.ts';
import { outgoingOf } from './texts.ts';

const now = Date.parse('2026-11-23T09:00:00Z');
const id = 'D'.repeat(22);
const notice = { kind: 'hoursDecided', expiresAt: now + 60_000, slots: {} } as const;
const outgoing = outgoingOf(id, notice, 'ar', false, now);

describe('e-mail, by a mail server of the test', () => {
	let server: SMTPServer;
	let refuses = 0;
	const letters: { readonly to: readonly string[]; readonly text: string }[] = [];

	beforeAll(async () => {
		server = new SMTPServer({
			authOptional: true,
			disabledCommands: ['STARTTLS', 'AUTH'],
			onRcptTo(_address, _session, done) {
				if (refuses === 0) {
					done();
					return;
				}
				done(
					Object.assign(new Error('no such mailbox: amina@post.example'), {
						responseCode: refuses,
					}),
				);
			},
			onData(stream, session, done) {
				let text = '';
				stream.on('data', (part: Buffer) => (text += part.toString()));
				stream.on('end', () => {
					letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
					done();
				});
			},
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	});
	afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
	afterEach(() => (refuses = 0));

	const mail = (host = '127.0.0.1') => {
		const { port } = server.server.address() as AddressInfo;
		const from = 'portaal@gemeente.example';
		return smtp({ server: new URL(`smtp://${host}:${port}`), password: null, from });
	};

	it('comes with its key as Message-ID, in both languages, and names nobody', async () => {
		expect(await mail().send(outgoing, 'amina@post.example', now)).toEqual({ ok: true });
		const [letter] = letters;
		expect(letter?.to).toEqual(['amina@post.example']);
		expect(letter?.text).toContain(`Message-ID: <${id}@gemeente.example>`);
		expect(letter?.text).toContain('Auto-Submitted: auto-generated');
		const parts = (letter?.text ?? '').split(/\r\n(?=Content-Type)/);
		const html = parts.find((part) => part.startsWith('Content-Type: text/html')) ?? '';
		const [, coded = ''] = html.split('\r\n\r\n');
		const page = /base64/.test(html)
			? Buffer.from(coded, 'base64').toString()
			: decodeURIComponent(coded.replace(/=\r\n/g, '').replace(/%/g, '%25').replace(/=/g, '%'));
		expect(page).toContain('<p lang="nl" dir="ltr">Er is een antwoord voor u.');
		expect(page).toContain('<p lang="ar" dir="rtl">');
		expect(page).not.toMatch(/src=|href=|uren/);
	});

	it.each([
		[550, { error: 'refused', isFinal: true }],
		[452, { error: 'busy', isFinal: false }],
	])('is judged by the code %i alone', async (code, expected) => {
		refuses = code;
		expect(await mail().send(outgoing, 'amina@post.example', now)).toEqual({
			ok: false,
			...expected,
		});
	});

	it('goes to no other machine without TLS, and to one mailbox only', async () => {
		letters.length = 0;
		// This machine under a name that does not say so: TLS is asked of it, and it has none.
		const there = await mail('127.1').send(outgoing, 'amina@post.example', now);
		expect(there).toMatchObject({ ok: false, error: 'notAllowed' });
		expect(letters).toEqual([]);
		await mail().send(outgoing, 'a@post.example, b@evil.example', now);
		expect(letters.flatMap(({ to }) => to)).not.toContain('b@evil.example');
	});

	it('that cannot be reached is tried again', async () => {
		const nobody = smtp({ server: new URL('smtp://127.0.0.1:1'), password: null, from: 'a@b.nl' });
		expect(await nobody.send(outgoing, 'a@post.example', now)).toMatchObject({
			error: 'unreachable',
			isFinal: false,
		});
	});
});

describe('SMS, by a gateway of the test', () => {
	let server: Server;
	let answer: (request: IncomingMessage, response: ServerResponse) => void;
	const bodies: { readonly headers: IncomingMessage['headers']; readonly body: string }[] = [];

	beforeAll(async () => {
		server = createServer((request, response) => {
			let body = '';
			request.on('data', (part: Buffer) => (body += part.toString()));
			request.on('end', () => {
				bodies.push({ headers: request.headers, body });
				answer(request, response);
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});

	const gateway = () => {
		const { port } = server.address() as AddressInfo;
		return sms({ address: new URL(`http://127.0.0.1:${port}/messages`), token: 'a-token' });
	};

	it('comes with its key and token, in both languages', async () => {
		answer = (_request, response) => response.writeHead(202).end();
		expect(await gateway().send(outgoing, '+31612345678', now)).toEqual({ ok: true });
		const [{ body, headers } = { body: '{}', headers: {} }] = bodies;
		expect(headers).toMatchObject({ 'idempotency-key': id, authorization: 'Bearer a-token' });
		expect(JSON.parse(body)).toEqual({
			to: '+31612345678',
			text: `${outgoing.words.own}\nEr is een antwoord voor u. Log in om het te lezen.`,
		});
	});

	it.each([
		[400, { error: 'refused', isFinal: true }],
		[401, { error: 'notAllowed', isFinal: false }],
		[409, { error: 'busy', isFinal: false }],
		[500, { error: 'busy', isFinal: false }],
		[302, { error: 'wrongAnswer', isFinal: false }],
	])('is judged by the status %i', async (status, expected) => {
		bodies.length = 0;
		answer = (_request, response) => response.writeHead(status, { location: '/again' }).end();
		expect(await gateway().send(outgoing, '+31612345678', now)).toEqual({ ok: false, ...expected });
		expect(bodies).toHaveLength(1);
	});

	it('is not kept by an answer that never ends, or a connection that breaks', async () => {
		answer = (_request, response) => {
			response.writeHead(200);
			const timer = setInterval(() => response.write('x'.repeat(1000)), 1);
			response.on('close', () => clearInterval(timer));
		};
		expect(await gateway().send(outgoing, '+31612345678', now)).toEqual({ ok: true });
		answer = (request) => request.socket.destroy();
		expect(await gateway().send(outgoing, '+31612345678', now)).toMatchObject({
			error: 'unreachable',
		});
	});
});

describe('the settings', () => {
	const folder = mkdtempSync(join(tmpdir(), 'meedoen-channels-'));
	afterAll(() => rmSync(folder, { recursive: true }));
	const secret = join(folder, 'secret');
	writeFileSync(secret, 'geheim\n');
	const smsThere = { SMS_URL: 'https://sms.example/messages', SMS_TOKEN_FILE: secret };
	const mailThere = { SMTP_URL: 'smtps://a@mail.example', MAIL_FROM: 'portaal@gemeente.example' };

	it('make the channels that they name, and no other', () => {
		expect(Object.keys(channelsOf(read({})))).toEqual([]);
		expect(Object.keys(channelsOf(read(smsThere)))).toEqual(['sms']);
		expect(offered(read({ ...smsThere, ...mailThere }))).toEqual(['sms', 'email']);
		expect(Object.keys(channelsOf(read({ DEMO: '1' })))).toEqual(['sms', 'email', 'push']);
	});

	it.each([
		[{ SMS_URL: 'http://sms.example/x', SMS_TOKEN_FILE: secret }, 'SMS_URL'],
		[{ SMS_URL: 'https://sms.example/x' }, 'SMS_TOKEN_FILE'],
		[{ SMTP_URL: 'http://mail.example', MAIL_FROM: 'a@b.nl' }, 'SMTP_URL'],
		[{ SMTP_URL: 'smtp://a:geheim@mail.example', MAIL_FROM: 'a@b.nl' }, 'SMTP_URL'],
		[{ SMTP_URL: 'smtps://mail.example' }, 'MAIL_FROM'],
		[{ ...mailThere, MAIL_FROM: 'iemand' }, 'MAIL_FROM'],
		[{ PUSH_CONTACT: 'beheer@gemeente.example' }, 'PUSH_CONTACT'],
	])('%j are refused by name', (given, name) => {
		expect(() => read(given)).toThrow(name);
	});

	it('say before the start that a file is not there', () => {
		const gone = { ...smsThere, SMS_TOKEN_FILE: join(folder, 'gone') };
		expect(() => channelsOf(read(gone))).toThrow('SMS_TOKEN_FILE');
		const push = { PUSH_CONTACT: 'mailto:a@b.nl', KEYS_DIR: folder };
		expect(() => channelsOf(read(push))).toThrow('keys push');
	});
});
