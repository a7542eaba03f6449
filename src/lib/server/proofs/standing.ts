/**
 * What the virus scanner says of a file as it was received: it has not been asked yet or did not answer, it found
 * nothing, or it found something.
 */
export type Scan = 'waiting' | 'clean' | 'infected';

/**
 * Whether a proof can be seen: `checking` until the scanner has said that it is clean, `unusable` where it found
 * something, `deleted` since the day that the retention policy names.
 */
export type Standing = 'shown' | 'checking' | 'unusable' | 'deleted';

interface Fate {
	readonly scan: Scan | null;
	readonly removedAt: number | null;
}

/** The one place that decides whether a proof may be served; what is neither clean nor unscanned by choice may not. */
export function standingOf({ scan, removedAt }: Fate): Standing {
	if (scan === 'infected') return 'unusable';
	if (removedAt !== null) return 'deleted';
	return scan === null || scan === 'clean' ? 'shown' : 'checking';
}

export function isShown(proof: Fate): boolean {
	return standingOf(proof) === 'shown';
}
