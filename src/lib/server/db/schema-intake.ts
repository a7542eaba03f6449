import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/**
 * What came out of the brede intake (W 14(3)); its dated steps are lines of `module_steps`. Health stands in a table of
 * its own, because fewer people may open it (W 37(2)).
 */
export function intakeTables(c: Columns, { people }: ReturnType<typeof personTables>) {
	/** Scores, test, wishes: whole and kept; of somebody the last number holds. */
	const intakes = c.table(
		'intakes',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			/** Counts the lines about somebody from 1: what a page was made from. */
			number: c.whole().notNull(),
			contentSealed: c.text().notNull(),
			recordedBy: c.text().notNull(),
			recordedAt: c.instant().notNull(),
		},
		(t) => [c.uniqueIndex('intakes_number').on(t.personId, t.number)],
	);
	/** What of somebody's health the plan has to reckon with. What was there before is not kept. */
	const intakeHealth = c.table('intake_health', {
		personId: c
			.text()
			.primaryKey()
			.references(() => people.id),
		wordsSealed: c.text().notNull(),
		/** Counts the changes: what a page was made from. */
		revision: c.whole().notNull(),
		updatedBy: c.text().notNull(),
		updatedAt: c.instant().notNull(),
	});
	return { intakes, intakeHealth };
}
