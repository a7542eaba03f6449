import * as envelope from '../crypto/envelope.ts';
import type { Portal } from '../portal.ts';

/** Where words stand sealed: people write about their health, their money and their family. */
interface Place {
	readonly table: 'messages' | 'letters';
	readonly column: 'words' | 'dutch';
	readonly row: string;
}

export function seal({ keyring, tenant }: Portal, place: Place, text: string): string {
	return envelope.seal(keyring, text, envelope.aadOf({ tenant: tenant.id, ...place }));
}

export function opened({ keyring, tenant }: Portal, place: Place, sealed: string): string {
	return envelope.openText(keyring, sealed, envelope.aadOf({ tenant: tenant.id, ...place }));
}
