import { type Bytes, fromBase64Url, toBase64Url } from './bytes.ts';
import { now } from './clock.ts';
import { setSettings, setting, type Settings } from './database.ts';
import { keyCache, keyName, wipeOwn } from './own-cache.ts';

/**
 * What the server tells the phone of whoever is signed in: who that is (a tag), whether the phone is theirs alone, and to
 * which key parcels are sealed. Only an own phone gets a key of its own, which goes at sign-out.
 */
interface Keys {
	readonly owner: string;
	readonly mode: Settings['mode'];
	/** 32 bytes, base64url. */
	readonly key: string | null;
	readonly seal: Settings['seal'];
}

/** Own copies are gone when nobody signed in for so long, in ms. */
const keptFor = 14 * 24 * 3600 * 1000;

/** Asks the server for the keys of whoever is signed in; null where that is nobody, or there is no connection. */
export async function takeKeys(): Promise<Keys | null> {
	const answer = await fetch('/telefoon/sleutels', { cache: 'no-store' }).catch(() => null);
	if (answer === null) return null;
	// Also told when somebody else is signed in on it now: they have keys of their own, and a shared phone.
	if (isRevoked(answer)) await wipeOwn();
	if (!answer.ok) return null;
	const keys = (await answer.json()) as Keys;
	if (keys.mode !== 'own' || keys.key === null) await wipeOwn();
	const { owner, mode, seal } = keys;
	await setSettings({ owner, mode, seal, signedInAt: now(), lastClock: now(), endSession: false });
	if (mode === 'own' && keys.key !== null) await putKey(keys.key);
	return keys;
}

/** Whether the server says that this phone was taken off the list of the person. */
export function isRevoked(answer: Response): boolean {
	return answer.headers.get('x-phone') === 'revoked';
}

/** The key of an own phone, to encrypt with; null on a shared phone, and when nobody signed in for 14 days. */
export function ownKey(): Promise<CryptoKey | null> {
	return derived('copies', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']);
}

/** The key of an own phone that makes names of which nobody can tell what they name. */
export function namingKey(): Promise<CryptoKey | null> {
	return derived('names', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']);
}

/** Removes the own copies when nobody signed in for 14 days, also where the clock was set back since. */
export async function wipeWhenOld(): Promise<void> {
	const [signedInAt, lastClock] = await Promise.all([setting('signedInAt'), setting('lastClock')]);
	if (signedInAt === undefined) return;
	if (Math.max(now(), lastClock ?? 0) - signedInAt > keptFor) await wipeOwn();
}

async function putKey(key: string): Promise<void> {
	const known = await keptSecret();
	if (known && toBase64Url(known) === key) return;
	// What another key encrypted cannot be read any more.
	await wipeOwn();
	const kept = await caches.open(keyCache);
	await kept.put(keyName, new Response(fromBase64Url(key)));
}

async function derived(
	purpose: string,
	algorithm: AesKeyGenParams | HmacKeyGenParams,
	uses: KeyUsage[],
): Promise<CryptoKey | null> {
	const secret = await keptSecret();
	if (secret === null) return null;
	const source = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
	const info = new TextEncoder().encode(purpose);
	const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
	return crypto.subtle.deriveKey(how, source, algorithm, false, uses);
}

async function keptSecret(): Promise<Bytes | null> {
	// Also when a kept page is the first thing that anybody opens after all those days.
	await wipeWhenOld();
	if (!(await caches.has(keyCache))) return null;
	const answer = await (await caches.open(keyCache)).match(keyName);
	return answer ? new Uint8Array(await answer.arrayBuffer()) : null;
}
