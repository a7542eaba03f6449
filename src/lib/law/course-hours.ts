import { type Day, dayBefore, earlierOf, isBefore, isOnOrAfter, laterOf } from '#lib/law/day.ts';
import type { DuoTotal } from '#lib/law/hours-duo.ts';
import { wholeHoursForDuo } from '#lib/law/hours.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import { earlierSchoolHours } from '#lib/law/participation-norm.ts';

/**
 * What is taught at a school: Dutch as a second language, knowledge of Dutch society, reading and writing (B 3.14(2)a);
 * the other subjects of the taalschakeltraject (API Gevolgde uren 1.0.0); and what was followed before the plan at vso,
 * praktijkonderwijs or entree, as far as the college lets it count (B 3.14(9)).
 */
export const COURSE_KINDS = [
	'nt2',
	'knm',
	'alfabetisering',
	'deficientieVak',
	'eerderOnderwijs',
] as const;
export type CourseKind = (typeof COURSE_KINDS)[number];

/** What a school reported of one period; `until` is exclusive. */
export type CourseStatement = {
	readonly kind: CourseKind;
	readonly from: Day;
	readonly until: Day;
	readonly minutes: number;
	/** The day on which the college wrote it down. */
	readonly recordedOn: Day;
};

/** What decides where a statement belongs. `firstDagtekeningOn` is that of the first plan in whichever gemeente. */
export type CourseFacts = {
	readonly leerroute?: Leerroute | undefined;
	readonly firstDagtekeningOn?: Day | undefined;
};

/**
 * - `course`: lessons since the first plan;
 * - `deducted`: earlier schooling that counts all the same (B 3.14(9));
 * - `intake`: lessons before the plan, which count for no norm (B 5.3(5)) and which DUO takes apart;
 * - `across`: before and after the plan in one number, so that it cannot be told what counts;
 * - `none`: counts nowhere.
 */
export type CoursePlace = 'course' | 'deducted' | 'intake' | 'across' | 'none';

/**
 * Where a statement belongs. NT2, KNM and literacy always are lessons, also those of a leerroute before this one; the
 * other subjects only on the onderwijsroute, of which all lessons count (API Gevolgde uren 1.0.0).
 */
export function coursePlaceOf(statement: CourseStatement, facts: CourseFacts): CoursePlace {
	const { kind, from, recordedOn, until } = statement;
	const { firstDagtekeningOn: planOn, leerroute } = facts;
	if (kind === 'eerderOnderwijs') {
		const isAllowed = (followedOn: Day) =>
			planOn !== undefined &&
			earlierSchoolHours({ followedOn, dagtekeningOn: planOn }, recordedOn).allowed;
		return isAllowed(from) && isAllowed(dayBefore(until)) ? 'deducted' : 'none';
	}
	if (kind === 'deficientieVak' && leerroute !== 'O') return 'none';
	if (planOn === undefined || !isBefore(planOn, until)) return 'intake';
	return isOnOrAfter(from, planOn) ? 'course' : 'across';
}

/** The minutes of each kind that count as course hours (B 3.14(2)a and (9)), in the order of `COURSE_KINDS`. */
export function courseParts(
	statements: readonly CourseStatement[],
	facts: CourseFacts,
): readonly { readonly kind: CourseKind; readonly minutes: number }[] {
	const counted = statements.filter((one) =>
		['course', 'deducted'].includes(coursePlaceOf(one, facts)),
	);
	return COURSE_KINDS.map((kind) => {
		const some = counted.filter((one) => one.kind === kind);
		return { kind, minutes: some.reduce((sum, { minutes }) => sum + minutes, 0) };
	}).filter(({ minutes }) => minutes > 0);
}

/**
 * The total of lessons that DUO takes in `ParticipatieAlsTaalles` (`course`) or in `TaallesEnKnmBredeIntake`
 * (`intake`); null where the school reported none. Hours deducted are in neither. `bekendTot` is the end of the last
 * statement, since of the time after it the school said nothing; what goes on today or later is left out whole, with
 * everything from its first day. The sum is rounded once, downwards.
 */
export function lessonsForDuo(
	statements: readonly CourseStatement[],
	facts: CourseFacts,
	place: 'course' | 'intake',
	today: Day,
): DuoTotal | null {
	const here = statements.filter((one) => coursePlaceOf(one, facts) === place);
	const known = beforeFirstOpen(here, today);
	const [first, ...rest] = known;
	if (first === undefined) return null;
	const bekendTot = rest.reduce((last, { until }) => laterOf(last, until), first.until);
	const minutes = known.reduce((sum, one) => sum + one.minutes, 0);
	return { hours: wholeHoursForDuo(minutes), bekendTot };
}

/** The statements that end before any other is still going on. */
function beforeFirstOpen(statements: readonly CourseStatement[], today: Day) {
	let cut = today;
	for (;;) {
		const open = statements.filter(({ from, until }) => from < cut && until > cut);
		if (open.length === 0) return statements.filter(({ until }) => until <= cut);
		cut = open.reduce((first, { from }) => earlierOf(first, from), cut);
	}
}
