import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import * as notices from '../notices/notices.ts';
import type { EntryRow, Happening } from './ledger.ts';
import { undoing } from './states.ts';

interface Line {
	readonly number: number;
	readonly happening: Happening;
	readonly now: number;
}

/**
 * Tells the person what the gemeente said of the entry, in the transaction that says it. Not before it can be undone no
 * more: what is taken back in those seconds is not told at all.
 */
export async function tell(tx: Db, t: Schema, entry: EntryRow, { number, happening, now }: Line) {
	const { kind, undoes } = happening;
	if (kind === 'undone') return notices.withdraw(tx, t, factOf(entry, undoes?.number ?? 0));
	if (kind === 'answered' || kind === 'withdrawn') return;
	const at = now + undoing.accepted + 1000;
	await notices.add(tx, t, {
		personId: entry.personId,
		fact: factOf(entry, number),
		kind: kind === 'asked' ? 'hoursAsked' : 'hoursDecided',
		subject: entry.id,
		slots: { day: entry.doneOn },
		at,
		expiresAt: at + notices.usualLife,
	});
}

/** A line of the ledger is told once. */
function factOf({ id }: EntryRow, number: number): string {
	return `hours ${id} ${number}`;
}
