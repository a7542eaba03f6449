import type { SampleOutcome } from '../hours/states.ts';
import type { Columns } from './columns.ts';
import type { hourTables } from './schema-hours.ts';

/** Decisions that were drawn for a second look, and what came of it; no line ever changes. */
export function sampleTables(
	c: Columns,
	{ hourEntries, hourEvents }: ReturnType<typeof hourTables>,
) {
	const hourSamples = c.table(
		'hour_samples',
		{
			/** The decision that was drawn: a line of the ledger, once. */
			eventId: c
				.text()
				.primaryKey()
				.references(() => hourEvents.id),
			entryId: c
				.text()
				.notNull()
				.references(() => hourEntries.id),
			personId: c.text().notNull(),
			decidedBy: c.text().notNull(),
			drawnAt: c.instant().notNull(),
		},
		(t) => [
			c.index('hour_samples_drawn').on(t.drawnAt),
			c.index('hour_samples_entry').on(t.entryId),
		],
	);
	const hourSampleLooks = c.table('hour_sample_looks', {
		eventId: c
			.text()
			.primaryKey()
			.references(() => hourSamples.eventId),
		outcome: c.text().$type<SampleOutcome>().notNull(),
		lookedBy: c.text().notNull(),
		lookedAt: c.instant().notNull(),
	});
	return { hourSamples, hourSampleLooks };
}
