/** Whether a speaker's approval of a translation still holds. */

/** The approval of one message in one language. `source` and `translation` are hashes. */
export type Review = { source: string; translation: string; by: string; on: string };

/**
 * An approval holds for exactly the Dutch and the translation the reviewer saw: a change in either
 * of them ends it. The arguments are catalogue entries, a text or a list of variants.
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
