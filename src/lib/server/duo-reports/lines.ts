import { asc, eq } from 'drizzle-orm';
import type { DuoTotals } from '#lib/law/duo-report.ts';
import { type Day, day } from '#lib/law/day.ts';
import type { DuoTotal } from '#lib/law/hours-duo.ts';
import type { HoursKind } from '#lib/law/hours.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import type { LowerReason, ReportWay } from './kinds.ts';

export type ReportRow = Schema['duoReports']['$inferSelect'];

/** What DUO was told at one time. A kind that was left out of it keeps what an earlier report said. */
export interface Report {
	readonly number: number;
	readonly totals: DuoTotals;
	readonly reportedOn: Day;
	readonly way: ReportWay;
	/** Why a total is lower than before; null where none is. */
	readonly lowerReason: LowerReason | null;
	/** The id of the account of the member of staff. */
	readonly recordedBy: string;
	readonly recordedAt: number;
}

/** Every report about somebody, the first one first. */
export async function reportsOf(
	{ duoReports: t }: Schema,
	db: Db,
	personId: string,
): Promise<Report[]> {
	const rows = await db.select().from(t).where(eq(t.personId, personId)).orderBy(asc(t.number));
	return [...Map.groupBy(rows, ({ number }) => number).values()].flatMap(reportOf);
}

function reportOf(rows: readonly ReportRow[]): Report[] {
	const [first] = rows;
	if (!first) return [];
	const { number, reportedOn, way, lowerReason, recordedBy, recordedAt } = first;
	const totals = totalsOf((kind) => {
		const row = rows.find((each) => each.kind === kind);
		return row ? { hours: row.hours, bekendTot: day(row.bekendTot) } : null;
	});
	const said = { way, lowerReason, recordedBy, recordedAt };
	return [{ number, totals, reportedOn: day(reportedOn), ...said }];
}

/** What DUO has now: of each kind the total that was reported last. */
export function reportedIn(reports: readonly Report[]): DuoTotals {
	return totalsOf(
		(kind) => reports.findLast(({ totals }) => totals[kind] !== null)?.totals[kind] ?? null,
	);
}

/** A total for each kind. */
export function totalsOf(of: (kind: HoursKind) => DuoTotal | null): DuoTotals {
	return { participation: of('participation'), course: of('course'), intake: of('intake') };
}
