/**
 * The state of review of the portal's own messages. It carries all catalogues, so only the server
 * imports it; pages receive the answers.
 */

import ar from '../../../messages/ar.json' with { type: 'json' };
import en from '../../../messages/en.json' with { type: 'json' };
import fa from '../../../messages/fa.json' with { type: 'json' };
import faAF from '../../../messages/fa-AF.json' with { type: 'json' };
import nl from '../../../messages/nl.json' with { type: 'json' };
import reviews from '../../../messages/review.json' with { type: 'json' };
import so from '../../../messages/so.json' with { type: 'json' };
import ti from '../../../messages/ti.json' with { type: 'json' };
import tr from '../../../messages/tr.json' with { type: 'json' };
import type { Catalogues } from './catalogue.ts';
import { isFresh } from './freshness.ts';
import type { Review } from './freshness.ts';
import { isOffered } from './languages.ts';
import type { Language } from './languages.ts';

/** The content of `messages/review.json`: key → language → review. */
export type Reviews = Readonly<Record<string, Partial<Record<Language, Review>>>>;

/** The catalogues of the languages offered. */
export const catalogues: Catalogues = { nl, en, ar, ti, tr, 'fa-AF': faAF, so, fa };

/**
 * Whether a native speaker approved this message as it stands, so that it needs no mark
 * *hulpvertaling*. Dutch is the source and needs no approval.
 */
export function isReviewed(key: string, language: Language): boolean {
	return isReviewedIn(reviews, catalogues, key, language);
}

/** As `isReviewed`, with the files as arguments. */
export function isReviewedIn(
	reviews: Reviews,
	catalogues: Catalogues,
	key: string,
	language: Language,
): boolean {
	if (language === 'nl') return true;
	const review = reviews[key]?.[language];
	if (review?.state !== 'approved' || !isOffered(language)) return false;
	return isFresh(review, catalogues.nl[key], catalogues[language][key]);
}
