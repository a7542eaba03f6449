import type { ExamOutcome, StepKind, StepPart, StepSource } from '../modules/kinds.ts';
import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/** The dated steps of the modules, each line whole and kept: the next number in a slot takes the place of the last. */
export function moduleTables(c: Columns, { people }: ReturnType<typeof personTables>) {
	const moduleSteps = c.table(
		'module_steps',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			/** What a correction corrects: the kind of the step with its part, or one of the times it was done. */
			slot: c.text().notNull(),
			/** Counts the lines of this slot from 1: what a page was made from. */
			number: c.whole().notNull(),
			kind: c.text().$type<StepKind>().notNull(),
			part: c.text().$type<StepPart>(),
			outcome: c.text().$type<ExamOutcome>(),
			/** Null takes back what was said. */
			happenedOn: c.text(),
			withWhom: c.text(),
			source: c.text().$type<StepSource>().notNull(),
			recordedBy: c.text().notNull(),
			recordedAt: c.instant().notNull(),
		},
		(t) => [c.uniqueIndex('module_steps_slot').on(t.personId, t.slot, t.number)],
	);
	return { moduleSteps };
}
