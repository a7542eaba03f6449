import { error } from '@sveltejs/kit';

/** Only pages of this very portal may play a recording; a browser says where a request comes from. */
const welcome = new Set(['same-origin', 'none']);

interface Sound {
	readonly bytes: Buffer;
	readonly mediaType: string;
}

/**
 * A recording as an answer, whole or the part that was asked for: iPhones play nothing that cannot be asked in parts
 * (RFC 9110, section 14). Whatever it holds, a browser must not run it, and nobody keeps it on the way.
 */
export async function answerSound(request: Request, find: () => Promise<Sound>): Promise<Response> {
	const from = request.headers.get('sec-fetch-site');
	if (from !== null && !welcome.has(from)) error(403, { message: 'not from here' });
	const { bytes, mediaType } = await find();
	const headers = {
		'content-type': mediaType,
		'accept-ranges': 'bytes',
		'content-disposition': 'inline',
		'content-security-policy': "sandbox; default-src 'none'",
		'x-content-type-options': 'nosniff',
		'cache-control': 'private, no-store',
	};
	const range = rangeOf(request.headers.get('range'), bytes.length);
	if (range === 'outside') {
		const all = { 'content-range': `bytes */${bytes.length}` };
		return new Response(null, { status: 416, headers: { ...headers, ...all } });
	}
	const [first, last] = range ?? [0, bytes.length - 1];
	const part = new Uint8Array(bytes.subarray(first, last + 1));
	const length = { 'content-length': String(part.length) };
	if (range === null) return new Response(part, { headers: { ...headers, ...length } });
	const where = { 'content-range': `bytes ${first}-${last}/${bytes.length}` };
	return new Response(part, { status: 206, headers: { ...headers, ...length, ...where } });
}

/** The first and last byte asked for; null for all of them, as for what is not understood (RFC 9110, 14.2). */
export function rangeOf(
	header: string | null,
	length: number,
): [number, number] | 'outside' | null {
	const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
	if (from === '' && to === '') return null;
	if (from === '') return to === '0' ? 'outside' : [Math.max(0, length - Number(to)), length - 1];
	if (to !== '' && Number(to) < Number(from)) return null;
	if (Number(from) >= length) return 'outside';
	return [Number(from), to === '' ? length - 1 : Math.min(Number(to), length - 1)];
}
