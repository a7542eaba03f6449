import type { WaitingBall, WaitingFor } from '../waiting/kinds.ts';
import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/** What somebody waits for, each line whole and kept: the next number in a slot takes the place of the last. */
export function waitingTables(c: Columns, { people }: ReturnType<typeof personTables>) {
	const waitingLines = c.table(
		'waiting_lines',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			/** One time of waiting for one thing. */
			slot: c.text().notNull(),
			/** Counts the lines of this slot from 1: what a page was made from. */
			number: c.whole().notNull(),
			waitsFor: c.text().$type<WaitingFor>().notNull(),
			ball: c.text().$type<WaitingBall>().notNull(),
			sinceOn: c.text().notNull(),
			/** Null as long as nobody knows. */
			expectedOn: c.text(),
			/** The day on which it was over; null while it lasts. */
			endedOn: c.text(),
			recordedBy: c.text().notNull(),
			recordedAt: c.instant().notNull(),
		},
		(t) => [c.uniqueIndex('waiting_lines_slot').on(t.personId, t.slot, t.number)],
	);
	return { waitingLines };
}
