import type { Language } from '#lib/languages/languages.ts';

/** Whether somebody can read, in whatever language; for many a letter alone is no message. */
export const readingSkills = ['yes', 'little', 'no'] as const;
export type ReadingSkill = (typeof readingSkills)[number];

/**
 * What staff have to know to do right by somebody: came as a minor without parents (alleenstaande minderjarige
 * vreemdeling), has a large family, lives in noodopvang. Living in an AZC is a fact of its own, since the law counts
 * with it (`inAzc`).
 */
export const situations = ['amv', 'largeFamily', 'noodopvang'] as const;
export type Situation = (typeof situations)[number];

/** How to speak with somebody and what to reckon with; no rule of the law reads any of it. */
export interface Circumstances {
	/** The languages of the portal that somebody speaks, and reads; in the order of the portal. */
	readonly speaks: readonly Language[];
	readonly reads: readonly Language[];
	/** Other languages, by their names. */
	readonly otherLanguages: string | null;
	/** Null as long as nobody asked. */
	readonly canRead: ReadingSkill | null;
	readonly situations: readonly Situation[];
}

/** As long as nothing is known. */
export const nothingKnown: Circumstances = {
	speaks: [],
	reads: [],
	otherLanguages: null,
	canRead: null,
	situations: [],
};
