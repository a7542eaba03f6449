/**
 * How hard a Dutch text is for somebody who reads at level B1: the length of sentences and words, the index of
 * Flesch-Douma, official words with a plain one beside each, and passive sentences. It advises and refuses nothing.
 */
import { type HardWord, hardWordsIn, isGlossaryWord } from './hard-words.ts';
import { passivesOf } from './passive.ts';
import { syllablesOf } from './syllables.ts';

export type { HardWord } from './hard-words.ts';

export interface ReadingLevel {
	readonly sentences: number;
	readonly words: number;
	/** On average, rounded to one decimal. */
	readonly wordsPerSentence: number;
	/** The number of words of each sentence that is too long. */
	readonly longSentences: readonly number[];
	/** 206.84 - 0.77 x syllables per 100 words - 0.93 x words per sentence; null below twenty words. */
	readonly fleschDouma: number | null;
	/** Words of more than twelve letters that are no name and not of the glossary. */
	readonly longWords: readonly string[];
	readonly hardWords: readonly HardWord[];
	readonly passives: readonly string[];
	/** Whether something of this stands in the way of a reader at B1. */
	readonly isHard: boolean;
}

/** What the portal keeps to itself: fifteen words in a sentence (B1), and Douma's "fairly easy" as the lowest. */
export const limits = { wordsInSentence: 15, lettersInWord: 12, fleschDouma: 60 } as const;

/** Below this number of words the index says nothing. */
const wordsForIndex = 20;

/** Reads a text. A text without words is not hard. */
export function readingLevel(text: string): ReadingLevel {
	const sentences = sentencesOf(text);
	const words = sentences.flat();
	const longSentences = sentences.map(({ length }) => length).filter(isTooLong);
	const found = {
		sentences: sentences.length,
		words: words.length,
		wordsPerSentence: sentences.length === 0 ? 0 : rounded(words.length / sentences.length),
		longSentences,
		fleschDouma: fleschDouma(sentences),
		longWords: [...new Set(sentences.flatMap(longWordsOf))],
		hardWords: hardWordsIn(text.toLowerCase()),
		passives: sentences.flatMap(passivesOf),
	};
	const { fleschDouma: index, hardWords, longWords, passives } = found;
	const isHard =
		longSentences.length > 0 ||
		hardWords.length > 0 ||
		longWords.length > 0 ||
		passives.length > 0 ||
		(index !== null && index < limits.fleschDouma);
	return { ...found, isHard };
}

/** The words of each sentence; a line break ends a sentence too, a point in `09.30` or `art. 5` does not. */
function sentencesOf(text: string): readonly (readonly string[])[] {
	return text
		.split(/(?<=[.!?…])\s+(?=["'“‘(]?\p{Lu})|\n+/u)
		.map((sentence) => sentence.match(/[\p{L}\p{M}\d]+(?:['’.:,-][\p{L}\p{M}\d]+)*/gu) ?? [])
		.filter((words) => words.length > 0);
}

function isTooLong(words: number): boolean {
	return words > limits.wordsInSentence;
}

/** Douma's version for Dutch of the formula of Flesch; a word of the glossary counts as one of two syllables. */
function fleschDouma(sentences: readonly (readonly string[])[]): number | null {
	const words = sentences.flat();
	if (words.length < wordsForIndex) return null;
	const syllables = words.reduce((total, word) => total + weightOf(word), 0);
	const per100 = (100 * syllables) / words.length;
	return Math.round(206.84 - 0.77 * per100 - 0.93 * (words.length / sentences.length));
}

function weightOf(word: string): number {
	const syllables = syllablesOf(word);
	return isGlossaryWord(word) ? Math.min(2, syllables) : syllables;
}

/** A capital after the first word makes a name of it. */
function longWordsOf(words: readonly string[]): readonly string[] {
	return words.filter(
		(word, at) =>
			word.replaceAll(/\P{L}/gu, '').length > limits.lettersInWord &&
			!isGlossaryWord(word) &&
			!(at > 0 && /^\p{Lu}/u.test(word)) &&
			hardWordsIn(word.toLowerCase()).length === 0,
	);
}

function rounded(number: number): number {
	return Math.round(number * 10) / 10;
}
