import type { ProgressState, NewDayReason } from '../progress/states.ts';
import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/** How far somebody is with the goals of the ontwikkelplan and with their actions; each line is whole, and is kept. */
export function progressTables(c: Columns, { people }: ReturnType<typeof personTables>) {
	const goalProgress = c.table(
		'goal_progress',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			/** The id of a goal or of an action, which stays the same from one version of the plan to the next. */
			partId: c.text().notNull(),
			/** Counts the lines of this part from 1: what a page was made from. */
			number: c.whole().notNull(),
			state: c.text().$type<ProgressState>().notNull(),
			/** The day since which that is so; null where nobody said it yet. */
			stateOn: c.text(),
			/** Another end day than the plan says, and the day the plan said then: it counts as long as that is so. */
			newDayOn: c.text(),
			insteadOfOn: c.text(),
			newDayReason: c.text().$type<NewDayReason>(),
			changedBy: c.text().notNull(),
			changedAt: c.instant().notNull(),
		},
		(t) => [c.uniqueIndex('goal_progress_part').on(t.personId, t.partId, t.number)],
	);
	return { goalProgress };
}
