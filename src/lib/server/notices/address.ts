import { createHmac } from 'node:crypto';
import type { Portal } from '../portal.ts';

/**
 * By what a delivery knows its address again without holding it: HMAC-SHA-256, base64url, different in each tenant.
 */
export function addressKey({ keyring, tenant }: Portal, address: string): string {
	return createHmac('sha256', keyring.blindIndexKey)
		.update(`notice-address|${tenant.id}|${address}`)
		.digest('base64url');
}

/**
 * The number as the international form has it (E.164), or null for what cannot get an SMS: no number, or a Dutch one
 * that does not begin with 06.
 */
export function mobileNumber(written: string | null): string | null {
	if (written === null) return null;
	const bare = written.replace(/\(0\)/g, '').replace(/[\s()./-]/g, '');
	const number = bare.replace(/^00/, '+').replace(/^0(?=6\d{8}$)/, '+31');
	if (number.startsWith('+31')) return /^\+316\d{8}$/.test(number) ? number : null;
	return /^\+[1-9]\d{6,14}$/.test(number) ? number : null;
}

/** Whether a text can be the address of one mailbox; what the mail server makes of it is another matter. */
export function isMailAddress(text: string): boolean {
	return (
		text.length <= 254 &&
		/^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/i.test(
			text,
		)
	);
}
