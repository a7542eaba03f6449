import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Portal } from '../portal.ts';
import type { From } from './activating.ts';
import { issue, prepare, type Prepared } from './letters.ts';
import type { Cost } from './slow-hash.ts';

export const at = Date.parse('2026-11-23T10:00:00Z');
export const moment = { now: at, today: '2026-11-23' } as Moment;
export const later = (ms: number): Moment => ({ ...moment, now: at + ms });

/** As little work as Argon2 does: what is tested is what happens around it. */
export const cheap: Cost = { memoryKiB: 8, passes: 1 };

export const phone: From = { address: '192.0.2.1', device: 'Chrome, Android' };

/** A letter that was given. */
export async function given(
	actor: Staff,
	personId: string,
	isLost = false,
	when = moment,
): Promise<Prepared> {
	const prepared = await prepare(actor, personId, when, cheap);
	await issue(actor, prepared, isLost, when);
	return prepared;
}

/** How often each action stands in the audit. */
export async function audited({ store }: Portal, action: string): Promise<number> {
	const rows = await store.read.select().from(store.t.audit);
	return rows.filter((row) => row.action === action).length;
}

/** The same letter with another code that passes its sum. */
export function otherCode({ code, number }: Prepared, nth: number): string {
	const secret = String((BigInt(code.slice(0, 16)) + BigInt(nth)) % 10n ** 16n).padStart(16, '0');
	const check = 98 - Number(BigInt(`${number}${secret}00`) % 97n);
	return secret + String(check).padStart(2, '0');
}
