import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { done, type Outcome, type ProblemKey, refused, NotFound } from '../errors.ts';
import { act } from './act.ts';
import { longestNote } from './content.ts';
import type { EntryRow, Happening } from './ledger.ts';
import type { CorrectionReason, NotCountedReason, PartlyReason, Question } from './reasons.ts';
import { byChance, type Draw, drawnAlongside } from './sample.ts';

/**
 * The decisions of the college about one entry (Besluit inburgering 2021, art. 3.14). Each is refused under `form`
 * when a colleague was first or the person took the entry back, under `words` when the own words are too long, and not
 * found outside the actor's caseload.
 */

/** All minutes count. */
export async function confirm(
	actor: Staff,
	entryId: string,
	moment: Moment,
): Promise<Outcome<null>> {
	return act(actor, entryId, 'hours.decide', all, moment);
}

/** A part of the minutes counts: at least one, and fewer than were declared (`minutes`). */
export async function confirmPartly(
	actor: Staff,
	entryId: string,
	{ minutes, reason }: { readonly minutes: number; readonly reason: PartlyReason },
	moment: Moment,
	words: string | null = null,
): Promise<Outcome<null>> {
	const part = ({ declaredMinutes }: EntryRow) => {
		const problem = wrongPart(minutes, declaredMinutes);
		if (problem) return refused({ minutes: problem });
		return saying({ kind: 'partlyConfirmed', confirmedMinutes: minutes, reason }, words);
	};
	return act(actor, entryId, 'hours.decide', part, moment);
}

/** Nothing counts yet: the person is asked something first. */
export async function ask(
	actor: Staff,
	entryId: string,
	question: Question,
	moment: Moment,
	words: string | null = null,
): Promise<Outcome<null>> {
	const asked = { kind: 'asked', confirmedMinutes: 0, reason: question } as const;
	return act(actor, entryId, 'hours.decide', () => saying(asked, words), moment);
}

/** Nothing counts. */
export async function notCount(
	actor: Staff,
	entryId: string,
	reason: NotCountedReason,
	moment: Moment,
	words: string | null = null,
): Promise<Outcome<null>> {
	const none = { kind: 'notCounted', confirmedMinutes: 0, reason } as const;
	return act(actor, entryId, 'hours.decide', () => saying(none, words), moment);
}

/** Takes a decision back: the entry waits again, its minutes count no longer, and the person can see why. */
export async function correct(
	actor: Staff,
	entryId: string,
	reason: CorrectionReason,
	moment: Moment,
	words: string | null = null,
): Promise<Outcome<null>> {
	const back = { kind: 'corrected', confirmedMinutes: 0, reason } as const;
	return act(actor, entryId, 'hours.decide', () => saying(back, words), moment);
}

/** One entry of a batch, and why it was not confirmed where it was not. */
export interface BatchResult {
	readonly entryId: string;
	readonly outcome: Outcome<null>;
}

/**
 * Confirms several entries, each on its own: one that is refused leaves the others as they are. One that the actor may
 * not (or no longer) see is refused as `notYours`, whatever it is, and one about which somebody asked a question meanwhile
 * as `changedMeanwhile`: that is answered first. Nobody looks at each of these alone, so that a share of them is drawn for
 * a second person.
 */
export async function confirmAll(
	actor: Staff,
	entryIds: readonly string[],
	moment: Moment,
	draw: Draw = byChance,
): Promise<BatchResult[]> {
	const alongside = drawnAlongside(actor, moment, draw);
	const unasked = (entry: EntryRow) =>
		entry.state === 'asked' ? refused({ form: 'changedMeanwhile' }) : all(entry);
	return each(entryIds, (entryId) =>
		act(actor, entryId, 'hours.decide', unasked, moment, alongside),
	);
}

/** Does the same to several entries, one after the other, and tells what came of each. */
export async function each(
	entryIds: readonly string[],
	work: (entryId: string) => Promise<Outcome<null>>,
): Promise<BatchResult[]> {
	const results: BatchResult[] = [];
	for (const entryId of new Set(entryIds)) {
		const outcome = await work(entryId).catch((problem: unknown) => {
			if (problem instanceof NotFound) return refused({ form: 'notYours' });
			throw problem;
		});
		results.push({ entryId, outcome });
	}
	return results;
}

function all({ declaredMinutes }: EntryRow) {
	return done({ kind: 'confirmed', confirmedMinutes: declaredMinutes } as const);
}

/** A decision with own words beside its reason: Dutch, for the person. */
function saying(happening: Happening, words: string | null): Outcome<Happening> {
	if (words && words.length > longestNote) return refused({ words: 'tooLong' });
	return done({ ...happening, note: words });
}

function wrongPart(minutes: number, declaredMinutes: number): ProblemKey | null {
	if (!Number.isSafeInteger(minutes)) return 'notAWholeNumber';
	if (minutes < 1) return 'tooFew';
	return minutes >= declaredMinutes ? 'tooMany' : null;
}
