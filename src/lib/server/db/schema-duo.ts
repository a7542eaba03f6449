import type { HoursKind } from '#lib/law/hours.ts';
import type { LowerReason, ReportWay } from '../duo-reports/kinds.ts';
import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/**
 * What was reported to DUO, one line for each kind of hours in a report; kept as it was written. The last report of
 * somebody is what DUO has.
 */
export function duoTables(c: Columns, { people }: ReturnType<typeof personTables>) {
	const duoReports = c.table(
		'duo_reports',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			/** Counts the reports of somebody from 1: what a page was made from. */
			number: c.whole().notNull(),
			kind: c.text().$type<HoursKind>().notNull(),
			/** Whole hours, as DUO has them. */
			hours: c.whole().notNull(),
			/** The day until which they are known, exclusive. */
			bekendTot: c.text().notNull(),
			/** The day on which DUO was told, and how. */
			reportedOn: c.text().notNull(),
			way: c.text().$type<ReportWay>().notNull(),
			/** Why a total is lower than the one before it; null where none is. */
			lowerReason: c.text().$type<LowerReason>(),
			recordedBy: c.text().notNull(),
			recordedAt: c.instant().notNull(),
		},
		(t) => [c.uniqueIndex('duo_reports_kind').on(t.personId, t.kind, t.number)],
	);
	return { duoReports };
}
