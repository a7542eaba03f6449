import { asResponse, find, keep } from './copies.ts';
import { now } from './clock.ts';
import { ownKey } from './keys.ts';
import type { FetchEvent } from './scope.ts';

/** A recording: on an own phone it is fetched whole, once, and then comes from its copy; elsewhere from the server. */
export async function sound(event: FetchEvent, path: string): Promise<Response> {
	const { request } = event;
	if ((await ownKey()) === null) return fetch(request);
	const copy = await find(path);
	if (copy) return partOf(asResponse(copy), request.headers.get('range'));
	const answer = await fetch(path);
	if (answer.status !== 200) return answer;
	event.waitUntil(keep(path, answer.clone(), now()));
	return partOf(answer, request.headers.get('range'));
}

/** The part of the sound that was asked for (RFC 9110, section 14): some phones play nothing else. */
export async function partOf(whole: Response, range: string | null): Promise<Response> {
	const [, from = '', to = ''] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
	if (from === '') return whole;
	const body = await whole.arrayBuffer();
	const last = to === '' ? body.byteLength - 1 : Math.min(Number(to), body.byteLength - 1);
	if (Number(from) > last) {
		return new Response(null, {
			status: 416,
			headers: { 'content-range': `bytes */${body.byteLength}` },
		});
	}
	const part = body.slice(Number(from), last + 1);
	return new Response(part, {
		status: 206,
		headers: {
			'content-type': whole.headers.get('content-type') ?? '',
			'content-range': `bytes ${from}-${last}/${body.byteLength}`,
			'content-length': String(part.byteLength),
		},
	});
}
