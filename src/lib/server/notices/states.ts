/** Where one delivery stands. `void` needs no sending any more: expired, switched off, or its address is gone. */
export type DeliveryState = 'waiting' | 'leased' | 'sent' | 'void' | 'dead';

/** Why a delivery did not go out, by class: an answer's own words may hold an address and are never kept. */
export type SendingError =
	| 'unreachable'
	| 'slow'
	| 'refused'
	| 'busy'
	| 'wrongAnswer'
	| 'addressGone'
	| 'addressChanged'
	| 'switchedOff'
	| 'expired'
	| 'notAllowed'
	| 'workerLost'
	| 'broken';

/** What can happen to a delivery. */
export type DeliveryEvent =
	'claimed' | 'leaseLost' | 'sent' | 'failed' | 'gaveUp' | 'dropped' | 'postponed' | 'retried';

/**
 * The state machine as a closed table; a pair that is not here does not happen. `leaseLost` is a worker that died: the
 * delivery is claimed anew by the next, and its key lets the receiver know it again.
 */
export const transitions = {
	waiting: { claimed: 'leased', dropped: 'void' },
	leased: {
		leaseLost: 'waiting',
		sent: 'sent',
		failed: 'waiting',
		gaveUp: 'dead',
		dropped: 'void',
		postponed: 'waiting',
	},
	sent: {},
	void: {},
	dead: { retried: 'waiting' },
} as const satisfies Record<DeliveryState, Partial<Record<DeliveryEvent, DeliveryState>>>;

/** How often a delivery is tried before it waits for somebody to look at it. */
export const mostAttempts = 12;

/** The first wait in milliseconds, doubled each time up to the longest: twelve attempts take about four hours. */
const wait = { first: 30_000, longest: 60 * 60_000 } as const;

/**
 * How long to wait after this many attempts, in milliseconds: doubling, and by chance between the half and the whole of
 * it, so that what failed together does not come back together. `chance` is from 0 until 1.
 */
export function waitAfter(attempts: number, chance: number): number {
	const whole = Math.min(wait.longest, wait.first * 2 ** Math.max(0, attempts - 1));
	return Math.round(whole / 2 + (whole / 2) * chance);
}
