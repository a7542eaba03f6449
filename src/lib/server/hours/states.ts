/** Where an entry stands; the words a resident sees for them are at most five (`hours_state_*`). */
export type HourState =
	'received' | 'asked' | 'confirmed' | 'partlyConfirmed' | 'notCounted' | 'withdrawn';

/** What is no longer claimed: it counts for nothing, and makes nothing double. */
export const gone = ['withdrawn', 'notCounted'] as const satisfies readonly HourState[];

/** Whether an entry still waits, for a decision or for an answer. */
export function isOpen(state: HourState): boolean {
	return state === 'received' || state === 'asked';
}

/** What can happen to an entry. Events are only ever added. */
export type HourEventKind =
	| 'declared'
	| 'asked'
	| 'answered'
	| 'confirmed'
	| 'partlyConfirmed'
	| 'notCounted'
	| 'corrected'
	| 'withdrawn';

/**
 * The state machine as a closed table: from a state, by an event, to a state. A pair that is not here is refused.
 * A decision can be corrected by staff (a new event, visible to the person), never by the person.
 */
export const transitions = {
	received: {
		asked: 'asked',
		confirmed: 'confirmed',
		partlyConfirmed: 'partlyConfirmed',
		notCounted: 'notCounted',
		withdrawn: 'withdrawn',
	},
	asked: {
		answered: 'received',
		confirmed: 'confirmed',
		partlyConfirmed: 'partlyConfirmed',
		notCounted: 'notCounted',
		withdrawn: 'withdrawn',
	},
	confirmed: { corrected: 'received' },
	partlyConfirmed: { corrected: 'received' },
	notCounted: { corrected: 'received' },
	withdrawn: {},
} as const satisfies Record<HourState, Partial<Record<HourEventKind, HourState>>>;

/** The state after an event, or null where the table does not allow it. */
export function next(state: HourState, kind: HourEventKind): HourState | null {
	const row: Partial<Record<HourEventKind, HourState>> = transitions[state];
	return row[kind] ?? null;
}
