/**
 * How much of the Dutch stands alone: both languages, Dutch with the mother tongue on a tap, or Dutch. It touches plain
 * words of the interface only; what matters is in both languages always (`labels/foldable.ts`).
 */
export const languageModes = ['both', 'ownOnTap', 'dutchOnly'] as const;
export type LanguageMode = (typeof languageModes)[number];

/** Which of the two languages is on top. */
export const languageTops = ['own', 'dutch'] as const;
export type LanguageTop = (typeof languageTops)[number];

/** How somebody reads two languages. */
export interface Bilingual {
	readonly mode: LanguageMode;
	readonly top: LanguageTop;
}

/** For whoever has chosen nothing, and wherever nobody said otherwise. */
export const everythingBoth: Bilingual = { mode: 'both', top: 'own' };

/** The mode that was stored; what is not known is both. */
export function modeOf(stored: string | null): LanguageMode {
	return languageModes.find((mode) => mode === stored) ?? everythingBoth.mode;
}

/** The language on top that was stored; what is not known is the mother tongue. */
export function topOf(stored: string | null): LanguageTop {
	return languageTops.find((top) => top === stored) ?? everythingBoth.top;
}

/** What a block shows: a language that stands alone, both, or both of which the mother tongue waits for a tap. */
export type Shown = 'dutch' | 'both' | 'ownOnTap';

/**
 * What a block shows to a reader of `language`. Only a block that may fold ever does.
 */
export function shownOf(language: string, mode: LanguageMode, mayFold: boolean): Shown {
	if (language === 'nl') return 'dutch';
	if (!mayFold || mode === 'both') return 'both';
	return mode === 'dutchOnly' ? 'dutch' : 'ownOnTap';
}
