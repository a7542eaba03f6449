import * as envelope from '../crypto/envelope.ts';
import type { Portal } from '../portal.ts';

type Table = 'person_contacts' | 'contact_codes';

/** Seals what stands in a row; a code and its address under different columns. */
export function seal(
	{ keyring, tenant }: Portal,
	table: Table,
	row: string,
	text: string,
	column = 'address',
): string {
	return envelope.seal(keyring, text, envelope.aadOf({ tenant: tenant.id, table, column, row }));
}

export function opened(
	{ keyring, tenant }: Portal,
	table: Table,
	row: string,
	sealed: string,
	column = 'address',
): string {
	const place = envelope.aadOf({ tenant: tenant.id, table, column, row });
	return envelope.openText(keyring, sealed, place);
}
