import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isId } from '../id.ts';
import type { Portal } from '../portal.ts';

/**
 * The secret of a helper's link, 128 bits in base64url. It is made from the id and the number of the link with a key of
 * the portal, so that the person can show it again while the database holds nothing but its hash.
 */
export function linkTokenOf(portal: Portal, id: string, linkNumber: number): string {
	return createHmac('sha256', portal.keyring.blindIndexKey)
		.update(`helper-link|${portal.tenant.id}|${id}|${linkNumber}`)
		.digest()
		.subarray(0, 16)
		.toString('base64url');
}

/** What the helper's phone holds: whose it is, and a secret of 256 bits. */
export function newKey(id: string): { readonly key: string; readonly secretHash: string } {
	const secret = randomBytes(32).toString('base64url');
	return { key: `${id}.${secret}`, secretHash: hashOf(secret) };
}

/** Takes such a key apart; null for what has not the shape of one. */
export function readKey(key: string): { readonly id: string; readonly secretHash: string } | null {
	const [id = '', secret = '', ...more] = key.split('.');
	if (!isId(id) || !/^[\w-]{43}$/.test(secret) || more.length > 0) return null;
	return { id, secretHash: hashOf(secret) };
}

/** What is kept of a secret of random bits; it needs no salt and no slowness. */
export function hashOf(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

/** Compares two hashes in constant time. */
export function isSame(one: string, other: string): boolean {
	return timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'));
}
