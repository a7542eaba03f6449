/**
 * What DUO was told of somebody's hours, as members of staff wrote it down: the totals of API Gevolgde uren 1.0.0 in
 * whole hours with their `bekendTot`, each kind apart, the day and the way. There is no exchange yet: somebody types the
 * totals over into DUO's own portal and says so here. A report is never changed; the next one takes its place, as a
 * total at DUO is overwritten.
 */
import { type DuoStep, duoStep, type DuoTotals, isKnown } from '#lib/law/duo-report.ts';
import type { Day } from '#lib/law/day.ts';
import type { DuoTotal } from '#lib/law/hours-duo.ts';
import { HOURS_KINDS, type HoursKind } from '#lib/law/hours.ts';
import { type Actor, permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as hours from '../hours/hours.ts';
import * as people from '../people/people.ts';
import { totalsOn } from './ledger.ts';
import { type Report, reportedIn, reportsOf } from './lines.ts';

export { DUO_HOURS_MAX as mostHours } from '#lib/law/hours.ts';
export { type LowerReason, lowerReasons, type ReportWay, reportWays } from './kinds.ts';
export type { Report } from './lines.ts';
export { record, type Said } from './record.ts';
export { unreported, type UnreportedRow } from './unreported.ts';

/** One kind of hours: what the ledger says now, what DUO has, and what a report would do. */
export interface Kind {
	readonly kind: HoursKind;
	readonly now: DuoTotal | null;
	readonly reported: DuoTotal | null;
	readonly step: DuoStep;
}

export interface Overview {
	readonly kinds: readonly Kind[];
	/** Of each kind what the ledger says: what the page sends back. */
	readonly totals: DuoTotals;
	/** Every report, the last one first. */
	readonly reports: readonly Report[];
}

/** What to report of somebody, and what was; not found outside the caseload. */
export async function overview(
	actor: Staff,
	personId: string,
	{ today }: Moment,
): Promise<Overview> {
	const reports = await permittedReports(actor, personId);
	const totals = await totalsOn(actor, personId, today);
	const reported = reportedIn(reports);
	const kinds = HOURS_KINDS.map((kind): Kind => {
		const [was, now] = [reported[kind], totals[kind]];
		return { kind, now, reported: was, step: duoStep(was, now) };
	}).filter(({ step }) => step !== 'none');
	return { kinds, totals, reports: reports.toReversed() };
}

/** The participation that DUO has, as the person is told it; null where nothing was reported yet. */
export interface Reported extends DuoTotal {
	readonly reportedOn: Day;
	/** Fewer hours than in an earlier report. */
	readonly isLess: boolean;
}

export async function participation(actor: Actor, personId: string): Promise<Reported | null> {
	const reports = (await permittedReports(actor, personId)).flatMap(({ totals, reportedOn }) =>
		totals.participation ? [{ ...totals.participation, reportedOn }] : [],
	);
	const [last, before] = [reports.at(-1), reports.at(-2)];
	return last ? { ...last, isLess: before !== undefined && last.hours < before.hours } : null;
}

/**
 * The day on which the minutes of an entry were reported: the first report that was made after the decision and is
 * known beyond its day. Null where none of it counts, for lessons (which the school reports), and as long as it waits.
 */
export async function ofEntry(actor: Actor, entry: hours.Entry): Promise<Day | null> {
	const { activity, confirmedMinutes, doneOn, events, personId } = entry;
	const reports = await permittedReports(actor, personId);
	const decidedAt = events.at(-1)?.at;
	if (confirmedMinutes === 0 || decidedAt === undefined) return null;
	if (hours.kindOf(activity) !== 'participation') return null;
	const found = reports.find(
		({ recordedAt, totals }) =>
			recordedAt >= decidedAt && totals.participation && isKnown(doneOn, totals.participation),
	);
	return found?.reportedOn ?? null;
}

async function permittedReports(actor: Actor, personId: string): Promise<Report[]> {
	permitted(actor, 'duo.read', await people.find(actor, personId));
	const { t, read } = actor.portal.store;
	return reportsOf(t, read, personId);
}
