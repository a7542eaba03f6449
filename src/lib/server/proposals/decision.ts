import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Outcome } from '../errors.ts';
import { act, type Seen } from './act.ts';
import type { Condition, Ending, Question, Reconsideration, Refusal } from './reasons.ts';

/**
 * What the college says beforehand (Besluit inburgering 2021, art. 3.14). An approval confirms no hours: those are
 * declared and judged each on its own. Each is refused under `form` when a colleague or the person was first, and not
 * found outside the actor's caseload. `note` are own words beside the sentence of the list.
 */
interface Said<Word> {
	readonly reason: Word;
	readonly note: string | null;
}

/** The person may do it, and if there is a condition, in that way. */
export function approve(actor: Staff, seen: Seen, said: Said<Condition | null>, moment: Moment) {
	return decide(actor, seen, { kind: 'approved', ...said }, moment);
}

/** It would not count; the reason says why. */
export function notApprove(actor: Staff, seen: Seen, said: Said<Refusal>, moment: Moment) {
	return decide(actor, seen, { kind: 'notApproved', ...said }, moment);
}

/** The person is asked something first. */
export function ask(actor: Staff, seen: Seen, said: Said<Question>, moment: Moment) {
	return decide(actor, seen, { kind: 'asked', ...said }, moment);
}

/** Takes a decision back: the proposal waits again, and the person can see why. */
export function reconsider(actor: Staff, seen: Seen, said: Said<Reconsideration>, moment: Moment) {
	return decide(actor, seen, { kind: 'reconsidered', ...said }, moment);
}

/** What was approved ends today; hours until today stay approved beforehand. */
export function end(
	actor: Staff,
	seen: Seen,
	said: Said<Exclude<Ending, 'personStopped'>>,
	moment: Moment,
) {
	return decide(actor, seen, { kind: 'ended', ...said }, moment);
}

function decide(
	actor: Staff,
	seen: Seen,
	happening: Parameters<typeof act>[3],
	moment: Moment,
): Promise<Outcome<null>> {
	return act(actor, seen, 'proposal.decide', happening, moment);
}
