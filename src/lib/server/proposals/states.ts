/** Where a proposal stands. What is `approved` may be done; no hour is confirmed by it. */
export type ProposalState = 'sent' | 'asked' | 'approved' | 'notApproved' | 'withdrawn' | 'ended';

/** What can happen to a proposal. Events are only ever added. */
export type ProposalEventKind =
	| 'sent'
	| 'asked'
	| 'answered'
	| 'approved'
	| 'notApproved'
	| 'reconsidered'
	| 'withdrawn'
	| 'ended';

/**
 * The state machine as a closed table: from a state, by an event, to a state. A pair that is not here is refused.
 * Until there is a decision the person may take it back; what was decided staff can look at again, and what was
 * approved ends when one of both says so.
 */
export const transitions = {
	sent: {
		asked: 'asked',
		approved: 'approved',
		notApproved: 'notApproved',
		withdrawn: 'withdrawn',
	},
	asked: {
		answered: 'sent',
		approved: 'approved',
		notApproved: 'notApproved',
		withdrawn: 'withdrawn',
	},
	approved: { reconsidered: 'sent', ended: 'ended' },
	notApproved: { reconsidered: 'sent' },
	withdrawn: {},
	ended: {},
} as const satisfies Record<ProposalState, Partial<Record<ProposalEventKind, ProposalState>>>;

/** The state after an event, or null where the table does not allow it. */
export function next(state: ProposalState, kind: ProposalEventKind): ProposalState | null {
	const row: Partial<Record<ProposalEventKind, ProposalState>> = transitions[state];
	return row[kind] ?? null;
}

/** Whether a proposal still waits, for a decision or for an answer. */
export function isOpen(state: ProposalState): boolean {
	return state === 'sent' || state === 'asked';
}
