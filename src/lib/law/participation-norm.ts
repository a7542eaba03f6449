import type { Article } from '#lib/law/article.ts';
import { addYears, type Day, isBefore } from '#lib/law/day.ts';
import type { Groep } from '#lib/law/groep.ts';
import type { Leerroute, Ruling } from '#lib/law/leerroute.ts';
import { findNorm, normOn } from '#lib/law/norm.ts';

/** What decides the two norms of the Z-route. The same facts go into both functions. */
export type ZNormFacts = {
	readonly groep: Groep;
	readonly leerroute?: Leerroute | undefined;
	/**
	 * `urenBelastbaarheidParticipatieactiviteit` of DUO's partial ontheffing: the most hours of participation
	 * this person can carry, 0 for none (B 2.7(3)c). Takes the place of the 800 hours of participation.
	 */
	readonly ontheffingHours?: number | undefined;
	/**
	 * Lower norm that the PIP sets for someone with a visual or auditory impairment in rehabilitation (R 3.16(2)).
	 * It takes the place of the 800 COURSE hours (B 3.14(2)a and (8)) and leaves participation alone.
	 */
	readonly loweredHours?: number | undefined;
};

/** A norm in minutes, or why there is none. */
export type HoursNorm<Reason extends string> =
	| { readonly applies: true; readonly minutes: number; readonly article: Article }
	| { readonly applies: false; readonly reason: Reason; readonly article: Article };

/**
 * Minutes of participation this person must reach (B 3.14(2)b): Z-route and asielstatushouder only (B 3.14(3)).
 * An ontheffing lowers or removes it; PVT and MAP stay due then (B 2.7(3)c).
 * Throws `NoNormForDay` before 2022.
 */
export function participationNormMinutes(
	facts: ZNormFacts,
	on: Day,
): HoursNorm<'noLeerroute' | 'notZRoute' | 'gezinsmigrant' | 'ontheffing'> {
	const norm = normOn('zParticipationHours', on);
	if (facts.leerroute === undefined) {
		return { applies: false, reason: 'noLeerroute', article: 'W 15(1)a' };
	}
	if (facts.leerroute !== 'Z') return { applies: false, reason: 'notZRoute', article: 'W 9(1)' };
	if (facts.groep === 'gezinsmigrant') {
		return { applies: false, reason: 'gezinsmigrant', article: 'B 3.14(3)' };
	}
	if (facts.ontheffingHours === undefined) {
		return { applies: true, minutes: norm.value * 60, article: norm.article };
	}
	const hours = Math.min(wholeHours(facts.ontheffingHours), norm.value);
	if (hours === 0) return { applies: false, reason: 'ontheffing', article: 'B 2.7(3)c' };
	return { applies: true, minutes: hours * 60, article: 'B 2.7(3)c' };
}

/**
 * Minutes of lessons NT2 and KNM in the Z-route, for both groups (B 3.14(2)a, (3)); lowered by R 3.16(2).
 * Throws `NoNormForDay` before 2022.
 */
export function courseNormMinutes(
	facts: ZNormFacts,
	on: Day,
): HoursNorm<'noLeerroute' | 'notZRoute'> {
	const norm = normOn('zCourseHours', on);
	if (facts.leerroute === undefined) {
		return { applies: false, reason: 'noLeerroute', article: 'W 15(1)a' };
	}
	if (facts.leerroute !== 'Z') return { applies: false, reason: 'notZRoute', article: 'W 9(1)' };
	if (facts.loweredHours === undefined) {
		const article = facts.groep === 'gezinsmigrant' ? 'B 3.14(3)' : norm.article;
		return { applies: true, minutes: norm.value * 60, article };
	}
	const hours = Math.min(wholeHours(facts.loweredHours), norm.value);
	return { applies: true, minutes: hours * 60, article: 'R 3.16(2)' };
}

/** What hours can come from, where the question is whether they count as participation. */
export const HOURS_ORIGINS = [
	'activity',
	'pvt',
	'moduleMap',
	'bredeIntake',
	'maatschappelijkeBegeleiding',
	'participatiewetActivity',
	'schoolLesson',
] as const;
export type HoursOrigin = (typeof HOURS_ORIGINS)[number];

/** `law`: these hours are always counted. `college`: they may be, when the college finds they meet the article. */
export type CountsInside =
	| { readonly inside: true; readonly by: 'law' | 'college'; readonly article: Article }
	| { readonly inside: false; readonly reason: 'schoolLesson'; readonly article: Article };

/**
 * Whether hours count inside the 800 hours of participation (B 3.14(2)b, (5), (6)).
 * Lessons at a school never do: they are course hours (B 3.14(2)a).
 */
export function countsInside(origin: HoursOrigin): CountsInside {
	return COUNTS_INSIDE[origin];
}

const COUNTS_INSIDE = {
	activity: { inside: true, by: 'college', article: 'B 3.14(2)b' },
	pvt: { inside: true, by: 'law', article: 'B 3.14(5)' },
	moduleMap: { inside: true, by: 'law', article: 'B 3.14(5)' },
	bredeIntake: { inside: true, by: 'college', article: 'B 3.14(6)' },
	maatschappelijkeBegeleiding: { inside: true, by: 'college', article: 'B 3.14(6)' },
	participatiewetActivity: { inside: true, by: 'college', article: 'B 3.14(6)' },
	schoolLesson: { inside: false, reason: 'schoolLesson', article: 'B 3.14(2)a' },
} as const satisfies Record<HoursOrigin, CountsInside>;

/**
 * Whether hours at vso, praktijkonderwijs or entree before the PIP may be deducted in the Z-route
 * (B 3.14(9)-(10), since 2 April 2026): followed in the two years before the PIP. Which norm they
 * lower, and by how much, the college decides.
 */
export function earlierSchoolHours(
	hours: { readonly followedOn: Day; readonly dagtekeningOn: Day },
	on: Day,
): Ruling<'notYetLaw' | 'tooLongAgo' | 'notBeforePip'> {
	const lookback = findNorm('zSchoolHoursLookbackYears', on);
	if (lookback === undefined) return { allowed: false, article: 'B 3.14', reason: 'notYetLaw' };
	const { followedOn, dagtekeningOn } = hours;
	const { article } = lookback;
	if (!isBefore(followedOn, dagtekeningOn)) {
		return { allowed: false, article, reason: 'notBeforePip' };
	}
	const tooLongAgo = isBefore(followedOn, addYears(dagtekeningOn, -lookback.value));
	return tooLongAgo
		? { allowed: false, article, reason: 'tooLongAgo' }
		: { allowed: true, article };
}

function wholeHours(hours: number): number {
	if (!Number.isInteger(hours) || hours < 0) {
		throw new RangeError(`Hours must be a whole number, zero or more: ${hours}`);
	}
	return hours;
}
