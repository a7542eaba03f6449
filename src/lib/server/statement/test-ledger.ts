import type { Db } from '../db/store.ts';
import { newId } from '../id.ts';
import type { Portal } from '../portal.ts';

/** One declaration as it stands in the ledger. */
export interface Declared {
	readonly activity: string;
	readonly organisation: string;
	readonly doneOn: string;
	readonly state:
		'received' | 'asked' | 'confirmed' | 'partlyConfirmed' | 'notCounted' | 'withdrawn';
	readonly declaredMinutes: number;
	readonly confirmedMinutes: number;
}

/** Lays declarations into a ledger at once, as many as one likes. */
export async function layLedger(portal: Portal, personId: string, entries: readonly Declared[]) {
	const { hourEntries } = portal.store.t;
	const rows = entries.map((entry, nth) => ({
		...entry,
		id: newId(),
		personId,
		contentHash: 'test',
		receiptNumber: receipt(),
		dutchSpoken: true,
		together: true,
		receivedAt: nth,
		changedAt: nth,
	}));
	await portal.store.write(0, async (tx: Db, log) => {
		for (let at = 0; at < rows.length; at += 500) {
			await tx.insert(hourEntries).values(rows.slice(at, at + 500));
		}
		log({ actor: 'test', action: 'test.lay', subject: personId, personId });
	});
}

/** So many half hours, all of which count, at a place of this name. */
export function manyHours(count: number, organisation = 'Kringloop Heerenveen'): Declared[] {
	const minutes = { declaredMinutes: 30, confirmedMinutes: 30 };
	return Array.from({ length: count }, () => ({
		...minutes,
		activity: 'volunteering',
		organisation,
		doneOn: '2026-03-02',
		state: 'confirmed',
	}));
}

/** A number of its own, written as the ledger does: `7K3M-9QTX`. */
function receipt(): string {
	const written = newId()
		.replaceAll(/[^A-Za-z0-9]/g, '')
		.toUpperCase();
	return `${written.slice(0, 4)}-${written.slice(4, 8)}`;
}
