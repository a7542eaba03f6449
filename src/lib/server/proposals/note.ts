import * as envelope from '../crypto/envelope.ts';
import type { Portal } from '../portal.ts';

/** Where somebody's own words stand: beside the proposal, or beside one of its events. */
type Table = 'proposals' | 'proposal_events';

/** Own words as they are kept: sealed, and bound to their row. Empty stays empty. */
export function sealNote(portal: Portal, table: Table, id: string, text: string | null) {
	if (text === null || text === '') return null;
	return envelope.seal(portal.keyring, text, aad(portal, table, id));
}

/** The own words of a row. */
export function openNote(portal: Portal, table: Table, id: string, sealed: string | null) {
	if (sealed === null) return null;
	return envelope.openText(portal.keyring, sealed, aad(portal, table, id));
}

function aad(portal: Portal, table: Table, row: string): string {
	return envelope.aadOf({ tenant: portal.tenant.id, table, column: 'note_sealed', row });
}
