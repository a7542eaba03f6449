import { createHash, createHmac } from 'node:crypto';
import type { Portal } from '../portal.ts';

/**
 * The secret in the address of a calendar, 256 bits in base64url. It is made from the id of its row with a key of the
 * portal, so that its owner can show it again although the database holds nothing but its hash.
 */
export function tokenOf({ keyring, tenant }: Portal, id: string): string {
	return createHmac('sha256', keyring.blindIndexKey)
		.update(`calendar-feed|${tenant.id}|${id}`)
		.digest('base64url');
}

/** What is kept of a secret of 256 random bits; it needs no salt and no slowness. */
export function hashOf(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
