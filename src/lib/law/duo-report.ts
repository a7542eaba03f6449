import { type Day, earlierOf, isBefore } from '#lib/law/day.ts';
import type { DuoTotal } from '#lib/law/hours-duo.ts';
import { HOURS_KINDS, type HoursKind } from '#lib/law/hours.ts';

/**
 * What is reported to DUO of one person: a total for each kind, or null where there is none. Each kind has a member of
 * its own in API Gevolgde uren 1.0.0 (`DUO_MEMBER`); they are never added up, and neither are the days until which they
 * are known (B 3.14(2); B 9.1).
 */
export type DuoTotals = Readonly<Record<HoursKind, DuoTotal | null>>;

/**
 * - `none`: there is no total of this kind, now or then;
 * - `first`: it was never reported;
 * - `same`: what was reported still is what the ledger says;
 * - `more`: there are hours or days to add;
 * - `lower`: fewer hours, or known until an earlier day. A total is overwritten at DUO, so that this takes hours away;
 * - `ended`: reported once, and no longer asked of this person. What was reported stays as it is.
 */
export type DuoStep = 'none' | 'first' | 'same' | 'more' | 'lower' | 'ended';

/** What the ledger says of one kind now, beside what was reported last. */
export function duoStep(reported: DuoTotal | null, now: DuoTotal | null): DuoStep {
	if (now === null) return reported === null ? 'none' : 'ended';
	if (reported === null) return 'first';
	if (now.hours < reported.hours || isBefore(now.bekendTot, reported.bekendTot)) return 'lower';
	return isSameTotal(now, reported) ? 'same' : 'more';
}

/** Whether a report of these totals takes something away from an earlier one, which needs a reason. */
export function isLower(reported: DuoTotals, now: DuoTotals): boolean {
	return HOURS_KINDS.some((kind) => duoStep(reported[kind], now[kind]) === 'lower');
}

/** Hours that DUO does not have yet; below zero where it has more than the ledger says. */
export function hoursToReport(reported: DuoTotal | null, now: DuoTotal): number {
	return now.hours - (reported?.hours ?? 0);
}

/** Whether a day lies in what was reported: `bekendTot` itself does not. */
export function isKnown(doneOn: Day, { bekendTot }: Pick<DuoTotal, 'bekendTot'>): boolean {
	return isBefore(doneOn, bekendTot);
}

/** The same hours as DUO can have been told them on a day: of that day and what follows nothing was known yet. */
export function knownOn(totals: DuoTotals, on: Day): DuoTotals {
	const until = (total: DuoTotal | null) =>
		total && { ...total, bekendTot: earlierOf(total.bekendTot, on) };
	const { participation, course, intake } = totals;
	return { participation: until(participation), course: until(course), intake: until(intake) };
}

export function isSameTotal(a: DuoTotal | null, b: DuoTotal | null): boolean {
	return a?.hours === b?.hours && a?.bekendTot === b?.bekendTot;
}

/** Whether every kind has the same total in both. */
export function areSameTotals(a: DuoTotals, b: DuoTotals): boolean {
	return HOURS_KINDS.every((kind) => isSameTotal(a[kind], b[kind]));
}
