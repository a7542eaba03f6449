import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { done, type Outcome, type ProblemKey, refused, NotFound } from '../errors.ts';
import { act } from './act.ts';
import type { EntryRow } from './ledger.ts';
import type { CorrectionReason, NotCountedReason, PartlyReason, Question } from './reasons.ts';

/**
 * The decisions of the college about one entry (Besluit inburgering 2021, art. 3.14). Each is refused under `form`
 * when a colleague was first or the person took the entry back, and not found outside the actor's caseload.
 */

/** All minutes count. */
export async function confirm(
	actor: Staff,
	entryId: string,
	moment: Moment,
): Promise<Outcome<null>> {
	const all = ({ declaredMinutes }: EntryRow) =>
		done({ kind: 'confirmed', confirmedMinutes: declaredMinutes } as const);
	return act(actor, entryId, 'hours.decide', all, moment);
}

/** A part of the minutes counts: at least one, and fewer than were declared (`minutes`). */
export async function confirmPartly(
	actor: Staff,
	entryId: string,
	{ minutes, reason }: { readonly minutes: number; readonly reason: PartlyReason },
	moment: Moment,
): Promise<Outcome<null>> {
	const part = ({ declaredMinutes }: EntryRow) => {
		const problem = wrongPart(minutes, declaredMinutes);
		if (problem) return refused({ minutes: problem });
		return done({ kind: 'partlyConfirmed', confirmedMinutes: minutes, reason } as const);
	};
	return act(actor, entryId, 'hours.decide', part, moment);
}

/** Nothing counts yet: the person is asked something first. */
export async function ask(
	actor: Staff,
	entryId: string,
	question: Question,
	moment: Moment,
): Promise<Outcome<null>> {
	const asked = { kind: 'asked', confirmedMinutes: 0, reason: question } as const;
	return act(actor, entryId, 'hours.decide', () => done(asked), moment);
}

/** Nothing counts. */
export async function notCount(
	actor: Staff,
	entryId: string,
	reason: NotCountedReason,
	moment: Moment,
): Promise<Outcome<null>> {
	const none = { kind: 'notCounted', confirmedMinutes: 0, reason } as const;
	return act(actor, entryId, 'hours.decide', () => done(none), moment);
}

/** Takes a decision back: the entry waits again, its minutes count no longer, and the person can see why. */
export async function correct(
	actor: Staff,
	entryId: string,
	reason: CorrectionReason,
	moment: Moment,
): Promise<Outcome<null>> {
	const back = { kind: 'corrected', confirmedMinutes: 0, reason } as const;
	return act(actor, entryId, 'hours.decide', () => done(back), moment);
}

/** One entry of a batch, and why it was not confirmed where it was not. */
export interface BatchResult {
	readonly entryId: string;
	readonly outcome: Outcome<null>;
}

/**
 * Confirms several entries, each on its own: one that is refused leaves the others as they are, and one that the
 * actor may not see is passed over.
 */
export async function confirmAll(
	actor: Staff,
	entryIds: readonly string[],
	moment: Moment,
): Promise<BatchResult[]> {
	const results: BatchResult[] = [];
	for (const entryId of new Set(entryIds)) {
		try {
			results.push({ entryId, outcome: await confirm(actor, entryId, moment) });
		} catch (problem) {
			if (!(problem instanceof NotFound)) throw problem;
		}
	}
	return results;
}

function wrongPart(minutes: number, declaredMinutes: number): ProblemKey | null {
	if (!Number.isSafeInteger(minutes)) return 'notAWholeNumber';
	if (minutes < 1) return 'tooFew';
	return minutes >= declaredMinutes ? 'tooMany' : null;
}
