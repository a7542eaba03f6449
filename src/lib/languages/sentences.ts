import { sentencesByYou } from './sentences/by-you.ts';
import { sentencesForYou } from './sentences/for-you.ts';
import type { Sentence, SlotKind } from './sentences/sentence.ts';
import * as slotOf from './slots.ts';
import type { Slot } from './slots.ts';

export type { Sentence, SlotKind, Topic } from './sentences/sentence.ts';

/**
 * The closed catalogue of agreement sentences. They stand in every language beforehand, so that a plan can be read
 * in the mother tongue on the day it is published. An id is stored in plans: it is never renamed or taken away.
 */
const sentences = { ...sentencesByYou, ...sentencesForYou };

export type SentenceId = keyof typeof sentences;

/** Every id, in the order in which the editor offers them. */
export const sentenceIds = Object.keys(sentences) as readonly SentenceId[];

/** What is wrong with a value for a gap. */
export type SlotProblem = 'missing' | 'notADay' | 'notAWholeNumber' | 'tooMany' | 'tooLong';

/** The facts of a sentence, typed; or what is wrong with which of them. */
export type Filled =
	| { readonly ok: true; readonly slots: Readonly<Record<string, Slot>> }
	| { readonly ok: false; readonly problems: Readonly<Record<string, SlotProblem>> };

/** The sentence with this id, or null; ids come from the database and from forms. */
export function sentence(id: string): Sentence | null {
	return isSentenceId(id) ? sentences[id] : null;
}

export function isSentenceId(id: string): id is SentenceId {
	return Object.hasOwn(sentences, id);
}

/**
 * Makes typed facts of stored or typed values: exactly those the sentence has. Text from a form may be a number.
 * Null for an id that is no sentence.
 */
export function fill(id: string, values: Readonly<Record<string, string | number>>): Filled | null {
	const found = sentence(id);
	return found && fillGaps(found.slots, values);
}

/** As `fill`, for the gaps of any sentence. */
export function fillGaps(
	gaps: Readonly<Record<string, SlotKind>>,
	values: Readonly<Record<string, string | number>>,
): Filled {
	const slots: Record<string, Slot> = {};
	const problems: Record<string, SlotProblem> = {};
	for (const [name, kind] of Object.entries(gaps)) {
		const made = make[kind](String(values[name] ?? '').trim());
		if (typeof made === 'string') problems[name] = made;
		else slots[name] = made;
	}
	return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, slots };
}

/** The values to store of typed facts, such that `fill` makes the same facts of them again. */
export function stored(slots: Readonly<Record<string, Slot>>): Record<string, string | number> {
	const entries = Object.entries(slots);
	return Object.fromEntries(
		entries.map(([name, slot]) => [name, slot.kind === 'cents' ? slot.value / 100 : slot.value]),
	);
}

const textMax = 80;
const numberMax = 9999;

const make = {
	day: (text) => attempt(text, 'notADay', () => slotOf.day(text)),
	hours: (text) => whole(text, slotOf.hours),
	count: (text) => whole(text, slotOf.count),
	money: (text) => whole(text, (euros) => slotOf.cents(euros * 100)),
	name: (text) => words(text, slotOf.name),
	phone: (text) => words(text, slotOf.phone),
} satisfies Record<SlotKind, (text: string) => Slot | SlotProblem>;

function attempt(text: string, problem: SlotProblem, slot: () => Slot): Slot | SlotProblem {
	if (text === '') return 'missing';
	try {
		return slot();
	} catch {
		return problem;
	}
}

function whole(text: string, slot: (value: number) => Slot): Slot | SlotProblem {
	if (text === '') return 'missing';
	if (!/^[1-9]\d*$/.test(text)) return 'notAWholeNumber';
	return Number(text) > numberMax ? 'tooMany' : slot(Number(text));
}

function words(text: string, slot: (value: string) => Slot): Slot | SlotProblem {
	if (text === '') return 'missing';
	return text.length > textMax ? 'tooLong' : slot(text);
}
