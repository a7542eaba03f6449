import { type Bytes, joined, toBase64Url } from './bytes.ts';
import { fromHtml, keepAssets } from './assets.ts';
import { namingKey, ownKey } from './keys.ts';
import { pageCache } from './own-cache.ts';

/**
 * Encrypted copies of pages and sounds on an own phone. What they are of cannot be told from outside: their names are
 * keyed. A copy is the version of this format (one byte), the IV (12) and the ciphertext of the headers as JSON, a line
 * end, and the body.
 */
export interface Copy {
	readonly headers: Readonly<Record<string, string>>;
	/** By the clock of the phone, in ms UTC. */
	readonly keptAt: number;
	readonly body: Bytes;
}

const format = 1;
const ivLength = 12;
const lineEnd = 10;

/** Headers without which a page would not be shown as it was. */
const neededHeaders = [
	'content-type',
	'content-security-policy',
	'content-language',
	'etag',
	'referrer-policy',
	'x-content-type-options',
	'cross-origin-opener-policy',
	'permissions-policy',
];

/** Keeps the answer under its path; a page with the styles that it names. On a shared phone it does nothing. */
export async function keep(path: string, answer: Response, keptAt: number): Promise<void> {
	const [key, name] = await Promise.all([ownKey(), nameOf(path)]);
	if (key === null || name === null) return;
	const body = new Uint8Array(await answer.arrayBuffer());
	const headers = Object.fromEntries(
		neededHeaders.flatMap((header) => {
			const value = answer.headers.get(header);
			return value === null ? [] : [[header, value]];
		}),
	);
	if (headers['content-type']?.startsWith('text/html')) {
		await keepAssets(fromHtml(new TextDecoder().decode(body)));
	}
	const head = new TextEncoder().encode(`${JSON.stringify({ headers, keptAt })}\n`);
	const iv = crypto.getRandomValues(new Uint8Array(ivLength));
	const how = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) };
	const sealed = new Uint8Array(await crypto.subtle.encrypt(how, key, joined(head, body)));
	// The phone may have been wiped meanwhile: without its key a copy would lie here that nobody can open.
	if ((await ownKey()) === null) return;
	const bytes = joined(Uint8Array.of(format), iv, sealed);
	await (await caches.open(pageCache)).put(name, new Response(bytes));
}

/** What was kept of this path; null where that is nothing, or cannot be read any more. */
export async function find(path: string): Promise<Copy | null> {
	const [key, name] = await Promise.all([ownKey(), nameOf(path)]);
	if (key === null || name === null) return null;
	const kept = await (await caches.open(pageCache)).match(name);
	if (!kept) return null;
	const bytes = new Uint8Array(await kept.arrayBuffer());
	try {
		if (bytes[0] !== format) throw new TypeError('another format');
		const iv = bytes.subarray(1, 1 + ivLength);
		const how = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) };
		return opened(await crypto.subtle.decrypt(how, key, bytes.subarray(1 + ivLength)));
	} catch {
		await (await caches.open(pageCache)).delete(name);
		return null;
	}
}

/** The copy as an answer of the network would be; no browser keeps it to go back to after signing out. */
export function asResponse({ headers, body }: Copy): Response {
	return new Response(body, { headers: { ...headers, 'cache-control': 'no-store' } });
}

function opened(plain: ArrayBuffer): Copy {
	const bytes = new Uint8Array(plain);
	const end = bytes.indexOf(lineEnd);
	const head: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
	return { ...(head as Pick<Copy, 'headers' | 'keptAt'>), body: bytes.subarray(end + 1) };
}

async function nameOf(path: string): Promise<string | null> {
	const key = await namingKey();
	if (key === null) return null;
	const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(path));
	return `/own/${toBase64Url(new Uint8Array(mac))}`;
}
