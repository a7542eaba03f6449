import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/**
 * The diary of an inburgeraar: why the hours did not work out for a while. It is the person's own, and is deleted
 * when the person says so. What stands in a line is health more often than not, and is sealed as a whole.
 */
export function diaryTables(c: Columns, { people }: ReturnType<typeof personTables>) {
	const diaryLines = c.table(
		'diary_lines',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			/** Reason, days and own words. */
			contentSealed: c.text().notNull(),
			/** When the person shared it with the gemeente; null where only the person sees it. */
			sharedAt: c.instant(),
			sharesWords: c.bool().notNull(),
			/** Counts the changes: what a page was made from. */
			revision: c.whole().notNull(),
			writtenAt: c.instant().notNull(),
		},
		(t) => [c.index('diary_lines_person').on(t.personId, t.writtenAt)],
	);
	/** The day on which somebody last answered how it goes, or said not now: which of the two is not kept. */
	const nudgeAnswers = c.table('nudge_answers', {
		personId: c
			.text()
			.primaryKey()
			.references(() => people.id),
		answeredOn: c.text().notNull(),
	});
	return { diaryLines, nudgeAnswers };
}
