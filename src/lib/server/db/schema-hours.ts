import type { Check } from '../hours/checks.ts';
import type { HourEventKind, HourState } from '../hours/states.ts';
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
			state: c.text().$type<HourState>().notNull(),
			confirmedMinutes: c.whole().notNull(),
			receivedAt: c.instant().notNull(),
			changedAt: c.instant().notNull(),
		},
		(t) => [
			c.uniqueIndex('hour_entries_receipt').on(t.receiptNumber),
			c.index('hour_entries_person').on(t.personId, t.doneOn),
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
			actor: c.text().notNull(),
			at: c.instant().notNull(),
		},
		(t) => [c.uniqueIndex('hour_events_entry').on(t.entryId, t.number)],
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
			width: c.whole().notNull(),
			height: c.whole().notNull(),
			storedAt: c.instant().notNull(),
		},
		(t) => [c.index('proofs_entry').on(t.entryId)],
	);
	return { hourDrafts, hourEntries, hourEvents, proofs };
}
