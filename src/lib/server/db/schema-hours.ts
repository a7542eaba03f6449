import type { Check } from '../hours/checks.ts';
import type { HourEventKind, HourState } from '../hours/states.ts';
import type { Scan } from '../proofs/standing.ts';
import type { Columns } from './columns.ts';

/** The ledger of participation hours: drafts, entries, the events that decided them, and their proofs. */
export function hourTables(c: Columns) {
	const hourDrafts = c.table(
		'hour_drafts',
		{
			id: c.text().primaryKey(),
			personId: c.text().notNull(),
			fields: c.json<Record<string, string>>().notNull(),
			updatedAt: c.instant().notNull(),
		},
		(t) => [c.index('hour_drafts_person').on(t.personId, t.updatedAt)],
	);
	const hourEntries = c.table(
		'hour_entries',
		{
			id: c.text().primaryKey(),
			personId: c.text().notNull(),
			contentHash: c.text().notNull(),
			receiptNumber: c.text().notNull(),
			activity: c.text().notNull(),
			organisation: c.text().notNull(),
			doneOn: c.text().notNull(),
			declaredMinutes: c.whole().notNull(),
			dutchSpoken: c.bool().notNull(),
			together: c.bool().notNull(),
			noteSealed: c.text(),
			/** What was asked before sending, and sent anyway; null where nothing was asked. */
			checks: c.json<Check[]>(),
			/** The proposal that was approved before, of the same activity at the same place; null where there is none. */
			proposalId: c.text(),
			state: c.text().$type<HourState>().notNull(),
			confirmedMinutes: c.whole().notNull(),
			/** When it was made according to the device; null where the device did not say. No rule reads it. */
			madeAt: c.instant(),
			receivedAt: c.instant().notNull(),
			changedAt: c.instant().notNull(),
		},
		(t) => [
			c.uniqueIndex('hour_entries_receipt').on(t.receiptNumber),
			c.index('hour_entries_person').on(t.personId, t.doneOn),
			c.index('hour_entries_person_received').on(t.personId, t.receivedAt),
			c.index('hour_entries_state').on(t.state, t.receivedAt),
		],
	);
	const hourEvents = c.table(
		'hour_events',
		{
			id: c.text().primaryKey(),
			entryId: c
				.text()
				.notNull()
				.references(() => hourEntries.id),
			personId: c.text().notNull(),
			number: c.whole().notNull(),
			kind: c.text().$type<HourEventKind>().notNull(),
			minutes: c.whole().notNull(),
			reason: c.text(),
			noteSealed: c.text(),
			/** Of `undone`: the number of the line that it takes back. */
			undoes: c.whole(),
			actor: c.text().notNull(),
			at: c.instant().notNull(),
		},
		(t) => [
			c.uniqueIndex('hour_events_entry').on(t.entryId, t.number),
			c.index('hour_events_actor').on(t.actor, t.at),
		],
	);
	const proofs = c.table(
		'proofs',
		{
			id: c.text().primaryKey(),
			personId: c.text().notNull(),
			entryId: c
				.text()
				.notNull()
				.references(() => hourEntries.id),
			contentType: c.text().notNull(),
			byteCount: c.whole().notNull(),
			sha256: c.text().notNull(),
			/** In pixels, of a photo; null of a paper. */
			width: c.whole(),
			height: c.whole(),
			/** How many pages a paper (PDF) has; null of a photo. */
			pageCount: c.whole(),
			storedAt: c.instant().notNull(),
			/** What the virus scanner says of the file as it was received; null where there was none to ask. */
			scan: c.text().$type<Scan>(),
			scannedAt: c.instant(),
			/** When the file was destroyed, for its day had come or for a virus; the row stays. */
			removedAt: c.instant(),
		},
		(t) => [c.index('proofs_entry').on(t.entryId), c.index('proofs_scan').on(t.scan)],
	);
	return { hourDrafts, hourEntries, hourEvents, proofs };
}
