import type { BezwaarTiming } from '#lib/law/bezwaar.ts';

/** What somebody can hand in. */
export type SubmissionKind = keyof typeof kinds;

/** How a bezwaar stood to its term when it was handed in (Awb 6:9-6:11). */
export type Timing = BezwaarTiming;

/** What can happen with it afterwards: by the person the first two, by the gemeente the others. */
export type SubmissionEventKind = 'added' | 'withdrawn' | 'passedOn' | 'answered';

interface Kind {
	/** What the gemeente does with it here: give it to who decides about it, or answer it. */
	readonly ends: 'passedOn' | 'answered';
	/** Whether there are words in it that the person must give. */
	readonly needsWords: boolean;
	/** Stands in no list of the person, who may not be the only one to read it. */
	readonly isSilent: boolean;
}

/**
 * Every kind there is. Nobody decides here about a bezwaar or a complaint. To be spoken with alone, and to end veilig
 * contact that the gemeente set, is asked by a tap.
 */
export const kinds = {
	bezwaar: { ends: 'passedOn', needsWords: false, isSilent: false },
	complaint: { ends: 'passedOn', needsWords: true, isSilent: false },
	correction: { ends: 'answered', needsWords: true, isSilent: false },
	speakAlone: { ends: 'answered', needsWords: false, isSilent: true },
	safeContact: { ends: 'answered', needsWords: false, isSilent: true },
} as const satisfies Record<string, Kind>;

/** What is asked on a page of its own, beside the bezwaar. */
export type AskedKind = Exclude<SubmissionKind, 'bezwaar'>;

/** What stands in the table about a kind. */
export function kindOf(kind: SubmissionKind): Kind {
	return kinds[kind];
}
