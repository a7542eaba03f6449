import { areSameTotals, type DuoTotals, isLower, knownOn } from '#lib/law/duo-report.ts';
import { type Day, earlierOf, isBefore } from '#lib/law/day.ts';
import { HOURS_KINDS } from '#lib/law/hours.ts';
import { permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { done, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import type { LowerReason, ReportWay } from './kinds.ts';
import { standingSince, totalsOn } from './ledger.ts';
import { type Report, reportedIn, reportsOf } from './lines.ts';

/** What a member of staff says: these totals, as the page showed them, are with DUO since a day. */
export interface Said {
	/** The day the page was made, and the number of the last report on it; 0 for none. */
	readonly shownOn: Day;
	readonly seen: number;
	/** What the page said that the ledger says. */
	readonly totals: DuoTotals;
	readonly reportedOn: Day;
	readonly way: ReportWay;
	/** Why a total is lower than before; not kept where none is. */
	readonly lowerReason: LowerReason | null;
}

/**
 * Writes down that DUO was told (API Gevolgde uren 1.0.0). Only what the ledger says can be: refused with
 * `changedMeanwhile` when that moved since the page was made, or when somebody else reported; with `nothingToReport`
 * when there is no total; with `future`, `beforeLastReport` and `beforeLedger` for a day on which it cannot have been;
 * with `missing` for a total that is lower without a reason. The same report once more is done already.
 */
export async function record(
	actor: Staff,
	personId: string,
	said: Said,
	{ now, today }: Moment,
): Promise<Outcome<null>> {
	permitted(actor, 'duo.report', await people.find(actor, personId));
	const { store } = actor.portal;
	return store.write(now, async (tx, log) => {
		await people.takeTurn(store.t, tx, personId);
		const reports = await reportsOf(store.t, tx, personId);
		const about = { actor: actor.id, subject: personId, personId };
		const last = reports.at(-1);
		if (last && last.number === said.seen + 1 && isSame(last, said, actor)) {
			log({ ...about, action: 'duo.repeat', detail: { number: last.number } });
			return done(null);
		}
		const checked = await check(actor, personId, said, reports, today);
		if (!checked.ok) {
			const why = Object.values(checked.problems).join(' ');
			log({ ...about, action: 'duo.refuse', detail: { why } });
			return checked;
		}
		const totals = checked.value;
		const lowerReason = isLower(reportedIn(reports), totals) ? said.lowerReason : null;
		const { way, reportedOn, seen } = said;
		const number = seen + 1;
		const by = { recordedBy: actor.id, recordedAt: now };
		const rows = HOURS_KINDS.flatMap((kind) => {
			const total = totals[kind];
			const what = { id: newId(), personId, number, kind, reportedOn, way, lowerReason, ...by };
			return total ? [{ ...what, ...total }] : [];
		});
		await tx.insert(store.t.duoReports).values(rows);
		const told = Object.fromEntries(rows.map(({ kind, hours }) => [kind, hours]));
		log({ ...about, action: 'duo.report', detail: { number, ...told } });
		return done(null);
	});
}

/** Whether this very report was written by this member of staff. */
function isSame(last: Report, said: Said, { id }: Staff): boolean {
	return (
		last.recordedBy === id &&
		last.reportedOn === said.reportedOn &&
		areSameTotals(last.totals, knownOn(said.totals, said.reportedOn))
	);
}

/** The totals of the day on which DUO was told, out of the ledger itself: what the page sent is only compared. */
async function check(
	actor: Staff,
	personId: string,
	said: Said,
	reports: readonly Report[],
	today: Day,
): Promise<Outcome<DuoTotals>> {
	const { lowerReason, reportedOn, seen, shownOn } = said;
	const last = reports.at(-1);
	const shown = await totalsOn(actor, personId, earlierOf(shownOn, today));
	if ((last?.number ?? 0) !== seen || !areSameTotals(shown, said.totals)) {
		return refused({ form: 'changedMeanwhile' });
	}
	if (HOURS_KINDS.every((kind) => shown[kind] === null)) {
		return refused({ form: 'nothingToReport' });
	}
	if (isBefore(today, reportedOn)) return refused({ reportedOn: 'future' });
	if (last && isBefore(reportedOn, last.reportedOn)) {
		return refused({ reportedOn: 'beforeLastReport' });
	}
	const then = await totalsOn(actor, personId, reportedOn);
	const since = await standingSince(actor, personId);
	const isLater = since !== null && isBefore(reportedOn, earlierOf(since, today));
	if (isLater || !areSameTotals(then, knownOn(shown, reportedOn))) {
		return refused({ reportedOn: 'beforeLedger' });
	}
	if (lowerReason === null && isLower(reportedIn(reports), then)) {
		return refused({ lowerReason: 'missing' });
	}
	return done(then);
}
