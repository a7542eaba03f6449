import { createHmac, hkdfSync } from 'node:crypto';
import type { Portal } from '../portal.ts';

/**
 * The tag under which a phone keeps what somebody made, 22 characters: always the same for an account of a tenant, and
 * without the key of the portal it says nothing about anybody.
 */
export function ownerOf({ keyring, tenant }: Portal, accountId: string): string {
	const key = Buffer.from(hkdfSync('sha256', keyring.cookieKey, '', 'owner', 32));
	const tag = createHmac('sha256', key).update(`owner|${tenant.id}|${accountId}`);
	return tag.digest('base64url').slice(0, 22);
}
