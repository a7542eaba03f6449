import { type Day, day, daysBetween, laterOf } from '#lib/law/day.ts';
import { inForce } from '#lib/law/norm.ts';

/**
 * After how many weeks without hours the portal asks somebody how it goes, where the gemeente has not chosen. The law
 * knows no pace (B 3.14(2)b): this is a number of the portal, and nothing follows from it. A change is a new row.
 */
const SILENT_WEEKS = [{ from: day('2022-01-01'), value: 6 }] as const;

/** The weeks: the gemeente's own, or those of the portal on that day. */
export function silentWeeks(on: Day, ownWeeks?: number): number {
	const row = SILENT_WEEKS.find((each) => inForce(each, on));
	if (row === undefined) throw new RangeError(`No weeks on ${on}`);
	return ownWeeks ?? row.value;
}

/** Whole weeks since hours were last sent, or since the plan where none were. */
export function weeksSilent(planOn: Day, lastSentOn: Day | null, today: Day): number {
	const since = lastSentOn === null ? planOn : laterOf(planOn, lastSentOn);
	return Math.max(0, Math.floor(daysBetween(since, today) / 7));
}
