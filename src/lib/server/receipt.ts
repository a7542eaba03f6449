import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, which are read for a 1, a 0 or a V. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number that somebody can read out on the phone: 40 random bits, as `7K3M-9QTX`. */
export function newReceipt(): string {
	const written = [...randomBytes(8)].map((byte) => letters.charAt(byte % 32)).join('');
	return `${written.slice(0, 4)}-${written.slice(4)}`;
}
