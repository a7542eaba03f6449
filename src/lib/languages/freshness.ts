/** Whether what people did for a translation still holds. */

import type { TranslationState } from '#lib/server/translations/states.ts';

/** How far people brought a message: what nobody looked at is a machine's and has no review. */
export type ReviewState = Exclude<TranslationState, 'machine'>;

/**
 * The review of one message in one language. `source` and `translation` are hashes; `reader` is another person than
 * `translator`; `by` brought it into the catalogue, on the day `on`.
 */
export type Review = {
	source: string;
	translation: string;
	state: ReviewState;
	translator: string;
	reader?: string;
	/** What the translation says, in Dutch again: one text, or one per plural form. */
	backTranslation?: string | Readonly<Record<string, string>>;
	by: string;
	on: string;
};

/**
 * A review holds for exactly the Dutch and the translation the people saw: a change in either of them
 * ends it. The arguments are catalogue entries, a text or a list of variants.
 */
export function isFresh(review: Review, dutch: unknown, translation: unknown): boolean {
	return review.source === messageHash(dutch) && review.translation === messageHash(translation);
}

/**
 * The 64-bit FNV-1a hash of a catalogue entry, over the UTF-8 of its JSON, in 16 hexadecimal
 * digits. It notices changes; it does not protect against somebody who wants a collision.
 */
export function messageHash(message: unknown): string {
	const bytes = new TextEncoder().encode(JSON.stringify(message));
	const hash = bytes.reduce(
		(hash, byte) => BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime),
		offset,
	);
	return hash.toString(16).padStart(16, '0');
}

const prime = 0x100000001b3n;
const offset = 0xcbf29ce484222325n;
