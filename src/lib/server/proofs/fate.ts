import type { Log } from '../db/store.ts';
import type { Received } from './received.ts';
import type { Scan } from './standing.ts';

interface Known {
	readonly sha256: string;
	readonly scan: Scan | null;
	readonly removedAt: number | null;
}

/**
 * Of stored photos those that add something to the ones an entry has: the same picture twice is one, unless the first
 * is no longer there, and what is infected takes no room from what can be seen.
 */
export function newTo<T extends Pick<Known, 'sha256' | 'scan'>>(
	there: readonly Known[],
	stored: readonly T[],
	most: number,
): readonly T[] {
	const seen = new Set(there.filter(countsStill).map(keyOf));
	let room = most - there.filter(({ removedAt }) => removedAt === null).length;
	return stored.filter((photo) => {
		if (seen.has(keyOf(photo))) return false;
		if (photo.scan !== 'infected' && (room -= 1) < 0) return false;
		seen.add(keyOf(photo));
		return true;
	});
}

/** What a scan's answer changes in the row of a proof; an infected file is gone the moment it is known. */
export function fateOf(scan: Scan | null, now: number) {
	const isAnswered = scan === 'clean' || scan === 'infected';
	return {
		scan,
		scannedAt: isAnswered ? now : null,
		removedAt: scan === 'infected' ? now : null,
	};
}

/** The audit line of a scan: what was found, by the scanner's own name for it. */
export function logFate(
	log: Log,
	{ id: subject, personId }: { readonly id: string; readonly personId: string },
	{ scan, signature }: Received,
) {
	if (scan === null) return;
	const action = `proof.${scan}` as const;
	log({ actor: 'scanner', action, subject, personId, ...(signature && { detail: { signature } }) });
}

function countsStill({ scan, removedAt }: Known): boolean {
	return removedAt === null || scan === 'infected';
}

/** A file that is clean may look the same as one that is infected. */
function keyOf({ sha256, scan }: Pick<Known, 'sha256' | 'scan'>): string {
	return `${scan === 'infected' ? 'infected' : 'seen'} ${sha256}`;
}
