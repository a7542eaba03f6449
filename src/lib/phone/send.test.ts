import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joined } from './bytes.ts';
import { type Fetch, send } from './send.ts';

const id = 'AAAAAAAAAAAAAAAAAAAAAA';
const owner = 'BBBBBBBBBBBBBBBBBBBBBB';
const chunk = 256 * 1024;
const now = () => Date.UTC(2026, 10, 23, 9, 30);
const received = { id, outcome: 'received', at: '/uren/x', reason: null, withoutPhotos: false };

function content(length: number): Uint8Array<ArrayBuffer> {
	return Uint8Array.from({ length }, (_, at) => at % 251);
}

interface Server {
	readonly fetch: Fetch;
	readonly has: () => Uint8Array;
	readonly asked: string[];
}

/** A server that keeps to the protocol; `breaks` tells by the number of the request what goes wrong. */
function server(
	length: number,
	breaks: (request: number) => 'before' | 'after' | null = () => null,
): Server {
	let has = new Uint8Array();
	const asked: string[] = [];
	const answer = (method: string, how: RequestInit): Response => {
		const at = (value: number) => ({ headers: { 'Upload-Offset': String(value) } });
		if (method === 'HEAD') return new Response(null, { status: 200, ...at(has.length) });
		const headers = new Headers(how.headers);
		expect(headers.get('X-Owner')).toBe(owner);
		expect(headers.get('X-Seal')).toHaveLength(43);
		expect(headers.get('Upload-Length')).toBe(String(length));
		if (headers.get('Upload-Offset') !== String(has.length)) {
			return new Response(null, { status: 409, ...at(has.length) });
		}
		has = joined(has, how.body as Uint8Array<ArrayBuffer>);
		if (has.length === length) return Response.json(received);
		return new Response(null, { status: 204, ...at(has.length) });
	};
	const fetch: Fetch = async (address, how) => {
		expect(address).toBe(`/pakket/${id}`);
		const method = how.method ?? 'GET';
		asked.push(method);
		const broken = breaks(asked.length);
		if (broken === 'before') throw new TypeError('Failed to fetch');
		const given = answer(method, how);
		if (broken === 'after') throw new TypeError('Failed to fetch');
		return given;
	};
	return { fetch, has: () => has, asked };
}

const parcelOf = (bytes: Uint8Array<ArrayBuffer>) => ({ id, owner, sealed: bytes.buffer });

test('it goes in parts and gives the outcome', async () => {
	const bytes = content(2 * chunk + 5);
	const { fetch, has, asked } = server(bytes.length);
	expect(await send(parcelOf(bytes), fetch, now)).toMatchObject({
		kind: 'taken',
		outcome: 'received',
		at: '/uren/x',
	});
	expect(asked).toEqual(['HEAD', 'PATCH', 'PATCH', 'PATCH']);
	expect(has()).toEqual(bytes);
});

test('wherever the connection breaks, a later try goes on and the bytes are right', async () => {
	const bytes = content(3 * chunk + 1);
	const faults = fc.array(fc.constantFrom('before', 'after', null), { maxLength: 12 });
	await fc.assert(
		fc.asyncProperty(faults, async (faults) => {
			const { fetch, has } = server(bytes.length, (request) => faults[request - 1] ?? null);
			let sent = await send(parcelOf(bytes), fetch, now);
			for (let again = 0; again < 20 && sent.kind === 'noConnection'; again += 1) {
				sent = await send(parcelOf(bytes), fetch, now);
			}
			expect(sent.kind).toBe('taken');
			expect(has()).toEqual(bytes);
		}),
		{ numRuns: 20 },
	);
});

test('when only the answer was lost, an empty part asks for it', async () => {
	const bytes = content(10);
	const { fetch, asked } = server(10, (request) => (request === 2 ? 'after' : null));
	expect(await send(parcelOf(bytes), fetch, now)).toEqual({ kind: 'noConnection' });
	expect(await send(parcelOf(bytes), fetch, now)).toMatchObject({ kind: 'taken' });
	expect(asked).toEqual(['HEAD', 'PATCH', 'HEAD', 'PATCH']);
});

describe('an answer that is no receipt', () => {
	const answering = (answer: () => Response) =>
		send(parcelOf(content(5)), async () => answer(), now);
	const afterHead = (answer: () => Response) => {
		let asked = 0;
		const head = { status: 200, headers: { 'Upload-Offset': '0' } };
		const fetch: Fetch = async () => ((asked += 1) === 1 ? new Response(null, head) : answer());
		return send(parcelOf(content(5)), fetch, now);
	};

	test.each([
		[401, { kind: 'signedOut' }],
		[403, { kind: 'otherPerson' }],
		[413, { kind: 'refused', reason: null }],
		[400, { kind: 'refused', reason: null }],
		[500, { kind: 'later', reason: null, afterMs: null }],
		[503, { kind: 'later', reason: null, afterMs: null }],
		[404, { kind: 'later', reason: null, afterMs: null }],
		[302, { kind: 'noConnection' }],
	] as const)('%s', async (status, sent) => {
		expect(await answering(() => new Response(null, { status }))).toEqual(sent);
		expect(await afterHead(() => new Response(null, { status }))).toEqual(sent);
	});

	test('reasons and pauses are read', async () => {
		const full = { status: 429, headers: { 'Retry-After': '60' } };
		expect(await afterHead(() => Response.json({ reason: 'tooMuch' }, full))).toEqual({
			kind: 'later',
			reason: 'tooMuch',
			afterMs: 60_000,
		});
		expect(await afterHead(() => Response.json({ reason: 'notOpened' }, { status: 400 }))).toEqual({
			kind: 'refused',
			reason: 'notOpened',
		});
	});

	test.each([
		() => new Response('<html>Welcome to our wifi</html>'),
		() => Response.json({ ...received, id: 'another' }),
		() => Response.json({ ...received, outcome: 'toString' }),
		() => Response.json(null),
		() => new Response(null, { status: 204 }),
		() => new Response(null, { status: 204, headers: { 'Upload-Offset': '99' } }),
	])('a page of something else is none (%#)', async (answer) => {
		expect(await afterHead(answer)).toEqual({ kind: 'noConnection' });
		expect(await answering(answer)).toEqual({ kind: 'noConnection' });
	});

	test('a server that never agrees ends in a pause', async () => {
		const answer = () => new Response(null, { status: 409, headers: { 'Upload-Offset': '3' } });
		expect(await afterHead(answer)).toMatchObject({ kind: 'later' });
	});

	test('where it stands now is a page of this portal or none', async () => {
		const said = (at: unknown) => () => Response.json({ ...received, at });
		expect(await afterHead(said('//other.example/x'))).toMatchObject({ kind: 'taken', at: null });
		expect(await afterHead(said('https://other.example'))).toMatchObject({ at: null });
		expect(await afterHead(said('/uren/x'))).toMatchObject({ at: '/uren/x' });
	});
});
