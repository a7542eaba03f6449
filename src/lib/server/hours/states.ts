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
	| 'undone'
	| 'withdrawn';

/** What the college says about an entry; who said it can undo it at once. */
export const decisionKinds = [
	'asked',
	'confirmed',
	'partlyConfirmed',
	'notCounted',
] as const satisfies readonly HourEventKind[];

/** How long undoing is offered, and how much later it is still taken: the network has its own pace. Milliseconds. */
export const undoing = { offered: 10_000, accepted: 15_000 } as const;

/** What a second person found in a decision that was drawn. */
export type SampleOutcome = 'inOrder' | 'takenBack';

/**
 * The state machine as a closed table: from a state, by an event, to a state. A pair that is not here is refused.
 * A decision can be corrected by staff (a new event, visible to the person), never by the person. One that is undone
 * leaves the entry `asBefore`.
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
		undone: 'asBefore',
		withdrawn: 'withdrawn',
	},
	confirmed: { corrected: 'received', undone: 'asBefore' },
	partlyConfirmed: { corrected: 'received', undone: 'asBefore' },
	notCounted: { corrected: 'received', undone: 'asBefore' },
	withdrawn: {},
} as const satisfies Record<HourState, Row>;

type Row = Partial<Record<HourEventKind, HourState | 'asBefore'>>;

/**
 * The state after an event, or null where the table does not allow it. `before` is where the entry stood before what
 * is undone.
 */
export function next(
	state: HourState,
	kind: HourEventKind,
	before: HourState | null = null,
): HourState | null {
	const row: Row = transitions[state];
	const to = row[kind] ?? null;
	return to === 'asBefore' ? before : to;
}

/** What of a line of the ledger says where an entry stands. */
interface Line {
	readonly kind: HourEventKind;
	readonly undoes: number | null;
}

/** Where an entry stood after each of its lines, told from the lines alone. Throws `RangeError` on an impossible row. */
export function statesOf(lines: readonly Line[]): HourState[] {
	const states: HourState[] = [];
	for (const { kind, undoes } of lines) {
		const now = states.at(-1);
		const before = undoes === null ? null : (states[undoes - 2] ?? null);
		const to = now === undefined ? 'received' : next(now, kind, before);
		if (to === null) throw new RangeError(`Not after ${now}: ${kind}`);
		states.push(to);
	}
	return states;
}
