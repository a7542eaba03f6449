import { createECDH, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decrypt } from 'http_ece';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import webPush from 'web-push';
import { languagesOffered } from '#lib/languages/languages.ts';
import { kinds, type NoticeKind } from './kinds.ts';
import { push, pushLength } from './push.ts';
import { isPublic } from './outside-post.ts';
import { isPushService } from './push-services.ts';
import { outgoingOf } from './texts.ts';

/** A browser as a push service knows it: its keys, and what came in for it. */
const phone = createECDH('prime256v1');
phone.generateKeys();
const authSecret = randomBytes(16);
const now = Date.parse('2026-11-23T09:00:00Z');
const canary = 'CANARY-Haile-0612345678';

interface Request {
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}
const got: Request[] = [];
let server: Server;
let status = 201;

beforeAll(async () => {
	server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			got.push({ headers: request.headers, body: Buffer.concat(parts) });
			const elsewhere = { location: 'http://169.254.169.254/' };
			response.writeHead(status, status === 307 ? elsewhere : {}).end('an answer');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const vapid = { ...webPush.generateVAPIDKeys(), subject: 'mailto:beheer@gemeente.example' };
const channel = push(vapid, { allows: () => true, onlyPublic: false });

function send(kind: NoticeKind, language: string, id = randomBytes(16).toString('base64url')) {
	const { port } = server.address() as AddressInfo;
	// What the notice is about must not come along: it is not even asked for.
	const notice = {
		kind,
		expiresAt: now + 60_000,
		subject: canary,
		fact: canary,
		slots: { day: canary },
	};
	const to = {
		endpoint: `http://127.0.0.1:${port}/send/${canary}`,
		p256dh: phone.getPublicKey('base64url'),
		auth: authSecret.toString('base64url'),
	};
	return channel.send(outgoingOf(id, notice, language, false, now), to, now);
}

function opened({ body }: Request): string {
	return decrypt(body, { version: 'aes128gcm', privateKey: phone, authSecret }).toString('utf8');
}

describe('a push message as the phone opens it (RFC 8291)', () => {
	it('is one of five neutral texts, always of one length, and holds nothing of anybody', async () => {
		const all = Object.keys(kinds) as NoticeKind[];
		for (let nth = 0; nth < 1000; nth += 1) {
			const language = languagesOffered[nth % languagesOffered.length] ?? 'nl';
			await send(all[nth % all.length] ?? 'planSent', language);
		}
		expect(got).toHaveLength(1000);
		expect(new Set(got.map(({ body }) => body.length)).size).toBe(1);
		const texts = got.map(opened);
		expect(new Set(texts.map((text) => Buffer.byteLength(text)))).toEqual(new Set([pushLength]));
		const dutch = texts.map((text) => (JSON.parse(text) as { dutch: string }).dutch);
		expect([...new Set(dutch)].sort()).toEqual([
			'Er is een antwoord voor u. Log in om het te lezen.',
			'Er is een bericht voor u. Log in om het te lezen.',
			'Er is iets veranderd. Log in om het te lezen.',
			'Morgen is er iets voor u. Log in en kijk wat het is.',
			'Straks is er iets voor u. Log in en kijk wat het is.',
		]);
		for (const language of languagesOffered) {
			const mine = texts.filter((text) => text.includes(`"language":"${language}"`));
			expect(new Set(mine).size).toBe(5);
		}
		const everything = got.map(({ headers, body }) => JSON.stringify(headers) + body.toString());
		const leaks = /CANARY|Haile|hours|uren|plan|gemeente(?!\.example)|heerenveen/i;
		expect([...texts, ...everything].filter((text) => leaks.test(text))).toEqual([]);
	});

	it('goes with its key as topic, the time it is of use, and the signature of the portal', async () => {
		got.length = 0;
		const id = 'A'.repeat(22);
		expect(await send('agendaMoved', 'ti', id)).toEqual({ ok: true });
		expect(got[0]?.headers).toMatchObject({
			topic: id,
			ttl: '60',
			'content-encoding': 'aes128gcm',
			authorization: expect.stringMatching(/^vapid t=/),
		});
	});

	it.each([
		[404, { error: 'addressGone' }],
		[410, { error: 'addressGone' }],
		[413, { error: 'refused', isFinal: true }],
		[429, { error: 'busy', isFinal: false }],
		[403, { error: 'notAllowed', isFinal: false }],
		[503, { error: 'busy', isFinal: false }],
		// No redirect is followed.
		[307, { error: 'wrongAnswer', isFinal: false }],
	])('answered with %i', async (answer, expected) => {
		status = answer;
		got.length = 0;
		expect(await send('agendaMoved', 'ti')).toMatchObject(expected);
		expect(got).toHaveLength(1);
		status = 201;
	});
});

describe('where a push message may go', () => {
	it.each([
		'https://fcm.googleapis.com/fcm/send/abc',
		'https://updates.push.services.mozilla.com/wpush/v2/abc',
		'https://web.push.apple.com/abc',
		'https://wns2-am3p.notify.windows.com/w/?token=abc',
	])('%s', (endpoint) => expect(isPushService(endpoint)).toBe(true));

	it.each([
		'http://fcm.googleapis.com/fcm/send/abc',
		'https://fcm.googleapis.com:8443/x',
		'https://fcm.googleapis.com@evil.example/x',
		'https://evil.example/fcm.googleapis.com',
		'https://fcm.googleapis.com.evil.example/x',
		'https://evilpush.apple.com.example/x',
		'https://notpush.services.mozilla.com.evil/x',
		'https://127.0.0.1/x',
		'https://[::1]/x',
		'file:///etc/passwd',
		'',
	])('not %s', async (endpoint) => {
		expect(isPushService(endpoint)).toBe(false);
		const to = { endpoint, p256dh: '', auth: '' };
		const outgoing = outgoingOf(
			'x',
			{ kind: 'planSent', expiresAt: now, slots: {} },
			'nl',
			false,
			now,
		);
		expect(await push(vapid).send(outgoing, to, now)).toMatchObject({ error: 'notAllowed' });
	});

	it.each([
		'10.0.0.1',
		'127.0.0.1',
		'169.254.169.254',
		'172.20.0.1',
		'192.168.1.1',
		'100.64.0.1',
		'0.0.0.0',
		'::1',
		'::',
		'fe80::1',
		'fd00::1',
		'::ffff:10.0.0.1',
		'64:ff9b::a00:1',
		'2002:a00:1::1',
		'224.0.0.1',
		'255.255.255.255',
	])('no service stands at %s', (address) => expect(isPublic(address)).toBe(false));

	it.each(['142.250.1.1', '2a00:1450:400e:80c::200a'])('%s is outside', (address) => {
		expect(isPublic(address)).toBe(true);
	});
});
