import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { type Outcome, refused } from '../errors.ts';
import { act, type Seen } from './act.ts';
import { longestNote } from './content.ts';
import { permittedRow } from './proposal.ts';

/** Answers the question that stands open, in any language. Refused (`answer`) when there is nothing in it. */
export async function answer(
	actor: Resident,
	seen: Seen,
	text: string | null,
	moment: Moment,
): Promise<Outcome<null>> {
	await permittedRow(actor, seen.id, 'proposal.make');
	if (!text) return refused({ answer: 'missing' });
	if (text.length > longestNote) return refused({ answer: 'tooLong' });
	const happening = { kind: 'answered', reason: null, note: text } as const;
	return act(actor, seen, 'proposal.make', happening, moment);
}

/** Takes the proposal back. Refused (`form`) once there is a decision. */
export function withdraw(actor: Resident, seen: Seen, moment: Moment): Promise<Outcome<null>> {
	const happening = { kind: 'withdrawn', reason: null, note: null } as const;
	return act(actor, seen, 'proposal.make', happening, moment);
}

/** Says that one does not do any more what was approved. */
export function stop(actor: Resident, seen: Seen, moment: Moment): Promise<Outcome<null>> {
	const happening = { kind: 'ended', reason: 'personStopped', note: null } as const;
	return act(actor, seen, 'proposal.make', happening, moment);
}
