import * as envelope from '../crypto/envelope.ts';
import type { Portal } from '../portal.ts';

/** Where something of a talk stands sealed: what is said there may tell of somebody's health. */
interface Place {
	readonly table: 'talk_answers' | 'talk_report_drafts' | 'talk_reports' | 'talk_remarks';
	/** The id of the row, or of the item for what there is one of. */
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
