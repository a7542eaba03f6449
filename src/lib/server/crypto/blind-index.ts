import { createHmac } from 'node:crypto';
import { isBsn, nineDigits } from '#lib/server/crypto/bsn.ts';
import type { Keyring } from '#lib/server/crypto/keyring.ts';

/**
 * The value by which a person is found without storing the BSN readably: HMAC-SHA-256, base64url, 43 characters,
 * different in each tenant. Throws TypeError on a text that is no BSN; ask `isBsn` first about what someone typed.
 */
export function blindIndex(keyring: Keyring, tenantId: string, bsn: string): string {
	if (!isBsn(bsn)) throw new TypeError('Only a BSN has a blind index');
	if (tenantId === '' || tenantId.includes('|')) throw new TypeError('A tenant id has no "|"');
	return createHmac('sha256', keyring.blindIndexKey)
		.update(`bsn|${tenantId}|${nineDigits(bsn)}`)
		.digest('base64url');
}
