import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/** What people say about the agreements of their plan, and when they first read it; nothing of the law reads either. */
export function understandingTables(c: Columns, { people, pips }: ReturnType<typeof personTables>) {
	const understandings = c.table(
		'understandings',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			pipId: c
				.text()
				.notNull()
				.references(() => pips.id),
			agreementId: c.text().notNull(),
			answer: c.text().$type<'understood' | 'notUnderstood' | 'talk'>().notNull(),
			at: c.instant().notNull(),
			settledAt: c.instant(),
			settledBy: c.text(),
		},
		(t) => [
			c.uniqueIndex('understandings_agreement').on(t.personId, t.agreementId),
			c.index('understandings_waiting').on(t.settledAt, t.at),
		],
	);
	const readings = c.table(
		'readings',
		{
			pipId: c
				.text()
				.primaryKey()
				.references(() => pips.id),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			firstReadAt: c.instant().notNull(),
		},
		(t) => [c.index('readings_person').on(t.personId)],
	);
	return { understandings, readings };
}
