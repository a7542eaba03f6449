import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Day } from '#lib/law/day.ts';
import type { Portal } from '../portal.ts';

/**
 * The secret of a link, 128 bits in base64url. It is made from the id of its row with a key of the portal, so that
 * its owner can show it again although the database holds nothing but its hash.
 */
export function tokenOf(portal: Portal, kind: 'link' | 'poster', id: string): string {
	return createHmac('sha256', portal.keyring.blindIndexKey)
		.update(`host-${kind}|${portal.tenant.id}|${id}`)
		.digest()
		.subarray(0, 16)
		.toString('base64url');
}

/** Whether a text from outside has the shape of such a secret. */
export function isToken(text: string): boolean {
	return /^[A-Za-z0-9_-]{22}$/.test(text);
}

/** What is kept of a secret of 128 random bits; it needs no salt and no slowness. */
export function hashOf(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}

/** The six digits of a day in the Netherlands: HMAC-SHA-256 of the poster's secret and the day, as HOTP (RFC 4226). */
export function dayCode(secret: Buffer, today: Day): string {
	const number = createHmac('sha256', secret).update(today).digest().readUIntBE(0, 6);
	return String(number % 1_000_000).padStart(6, '0');
}

/** Compares in constant time; both have six digits. */
export function isSameCode(one: string, other: string): boolean {
	return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
