import * as envelope from '../crypto/envelope.ts';
import type { Portal } from '../portal.ts';

/** Where something stands sealed: why somebody is not content may tell of health, or of somebody else. */
interface Place {
	readonly table: 'submissions' | 'submission_events';
	readonly row: string;
}

export function seal({ keyring, tenant }: Portal, place: Place, text: string): string {
	return envelope.seal(keyring, text, aad(tenant.id, place));
}

export function opened({ keyring, tenant }: Portal, place: Place, sealed: string): string {
	return envelope.openText(keyring, sealed, aad(tenant.id, place));
}

function aad(tenant: string, { row, table }: Place): string {
	return envelope.aadOf({ tenant, table, column: 'content', row });
}
