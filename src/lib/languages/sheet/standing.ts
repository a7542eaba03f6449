import { isForStaff, messageKeys } from '../catalogue.ts';
import type { Catalogues } from '../catalogue.ts';
import type { Allowances } from '../catalogue/allowances.ts';
import { isFresh, messageHash } from '../freshness.ts';
import type { Review, ReviewState } from '../freshness.ts';
import type { GlossaryLanguage } from '../glossary.ts';
import type { OfferedLanguage } from '../languages.ts';
import type { Reviews } from '../review.ts';

/** The catalogues and their reviews, as they stand on disk. */
export interface Texts {
	readonly catalogues: Catalogues;
	readonly reviews: Reviews;
	readonly allowances: Allowances;
}

export type SheetLanguage = GlossaryLanguage & OfferedLanguage;

/** As one word: a machine's, how far people brought it, or that the Dutch or the text changed since. */
export type Standing = 'machine' | ReviewState | 'stale';

/** How one message stands in one language. `review` is what was recorded, also when it no longer holds. */
export type Entry = {
	readonly key: string;
	readonly dutch: unknown;
	readonly source: unknown;
	readonly review: Review | undefined;
	readonly standing: Standing;
};

/** Every message that residents read. */
export function entriesIn(texts: Texts, language: SheetLanguage): readonly Entry[] {
	return messageKeys(texts.catalogues.nl).flatMap((key) => entryOf(texts, language, key) ?? []);
}

/** Null for a key that is in no Dutch catalogue, or that only staff read. */
export function entryOf(
	{ catalogues, reviews, allowances }: Texts,
	language: SheetLanguage,
	key: string,
): Entry | null {
	const dutch = Object.hasOwn(catalogues.nl, key) ? catalogues.nl[key] : undefined;
	if (key === '$schema' || dutch === undefined || isForStaff(key, allowances)) return null;
	const source = Object.hasOwn(catalogues[language], key) ? catalogues[language][key] : undefined;
	const review = Object.hasOwn(reviews, key) ? reviews[key]?.[language] : undefined;
	return { key, dutch, source, review, standing: standingOf(review, dutch, source) };
}

/** What a line was made from: when one of the three changes, the line is of before that. */
export function versionOf({ dutch, source, review }: Entry): string {
	return ['v', ...[dutch, source, review].map((each) => messageHash(each ?? null))].join('.');
}

function standingOf(review: Review | undefined, dutch: unknown, source: unknown): Standing {
	if (review === undefined) return 'machine';
	return isFresh(review, dutch, source) ? review.state : 'stale';
}
