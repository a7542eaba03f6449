/**
 * Sums of hours, kept in minutes. Two separations hold everywhere:
 * the kinds are never added together, and neither are the stages.
 */

/**
 * - `participation`: activities that count for the 800 hours of the Z-route, those during the brede intake included;
 * - `course`: lessons NT2 and KNM at a school: what the inburgeraar declares of them is one thing, what the school
 *   reports another (`course-hours.ts`), and only the latter counts for a norm and goes to DUO;
 * - `intake`: lessons NT2 and KNM during the brede intake, also as the school reports them.
 */
export const HOURS_KINDS = ['participation', 'course', 'intake'] as const;
export type HoursKind = (typeof HOURS_KINDS)[number];

/** Declared by the inburgeraar, confirmed by the college, reported to DUO. */
export const HOURS_STAGES = ['declared', 'confirmed', 'reported'] as const;
export type HoursStage = (typeof HOURS_STAGES)[number];

/** One line of the ledger; a correction is a line with negative minutes. */
export type HoursEntry = {
	readonly kind: HoursKind;
	readonly stage: HoursStage;
	readonly minutes: number;
};

/** Minutes per kind per stage: nine numbers, and no grand total. */
export type Tally = Readonly<Record<HoursKind, Readonly<Record<HoursStage, number>>>>;

/** The member of DUO's API Gevolgde uren 1.0.0 in which each kind is reported. */
export const DUO_MEMBER = {
	participation: 'ParticipatieactiviteitenBredeIntake',
	course: 'ParticipatieAlsTaalles',
	intake: 'TaallesEnKnmBredeIntake',
} as const satisfies Record<HoursKind, string>;

/** The largest number of hours DUO takes in one total. */
export const DUO_HOURS_MAX = 9999;

/**
 * Adds up the ledger, each kind and stage on its own.
 * Throws `RangeError` on minutes that are not whole, and on a total below zero.
 */
export function tally(entries: Iterable<HoursEntry>): Tally {
	const sums = emptySums();
	for (const { kind, stage, minutes } of entries) {
		if (!Number.isSafeInteger(minutes)) throw new RangeError(`Not whole minutes: ${minutes}`);
		sums[kind][stage] += minutes;
	}
	for (const kind of HOURS_KINDS) {
		for (const stage of HOURS_STAGES) {
			if (sums[kind][stage] < 0) throw new RangeError(`Negative total of ${stage} ${kind}`);
		}
	}
	return sums;
}

/**
 * Whole hours as DUO wants them (integer 0-9999), rounded down. Give it the sum, never one session:
 * rounding each session loses hours. Throws `RangeError` outside DUO's range.
 */
export function wholeHoursForDuo(totalMinutes: number): number {
	if (!Number.isSafeInteger(totalMinutes) || totalMinutes < 0) {
		throw new RangeError(`Not a total in minutes: ${totalMinutes}`);
	}
	const hours = Math.floor(totalMinutes / 60);
	if (hours > DUO_HOURS_MAX) throw new RangeError(`DUO takes at most ${DUO_HOURS_MAX} hours`);
	return hours;
}

/** Minutes still to go to a norm; zero once it has been reached. */
export function remainingMinutes(normMinutes: number, confirmedMinutes: number): number {
	return Math.max(0, normMinutes - confirmedMinutes);
}

function emptySums(): Record<HoursKind, Record<HoursStage, number>> {
	const none = () => ({ declared: 0, confirmed: 0, reported: 0 });
	return { participation: none(), course: none(), intake: none() };
}
