import type { Language } from './languages.ts';
import { scriptOf } from './languages.ts';
import type { Run } from './runs.ts';
import { glossaryTerms } from './terms.ts';
import type { GlossaryTerm } from './terms.ts';
import { otherForms } from './word-forms.ts';

/** A part of a text; with `term` it is an official word, in one of its forms. */
export interface Piece {
	readonly text: string;
	readonly term?: GlossaryTerm;
}

/** A run whose pieces, joined, are its text. */
export interface RunInPieces extends Run {
	readonly pieces: readonly Piece[];
}

/**
 * Finds the official words in the runs of one text, each word once, where it stands first; the longest form goes
 * before a shorter one inside it. `names` are facts written as they are, such as the name of a school: nothing in
 * them is a word to look up. What is in `seen` is found no more, and what is found goes into it.
 */
export function withWords(
	runs: readonly Run[],
	names: readonly string[] = [],
	seen = new Set<GlossaryTerm>(),
): RunInPieces[] {
	return runs.map((run) => ({ ...run, pieces: piecesOf(run, names, seen) }));
}

/** The official words that stand in a text, in the order in which they come. */
export function wordsIn(text: string, language: Language): readonly GlossaryTerm[] {
	return [...new Set(hits(text, language).map(({ term }) => term))];
}

interface Hit {
	readonly term: GlossaryTerm;
	readonly from: number;
	readonly until: number;
}

function piecesOf(run: Run, names: readonly string[], seen: Set<GlossaryTerm>): readonly Piece[] {
	const taken = namesIn(run.text, names);
	const pieces: Piece[] = [];
	let end = 0;
	for (const { term, from, until } of hits(run.text, run.language)) {
		if (seen.has(term) || taken.some((name) => from < name.until && name.from < until)) continue;
		seen.add(term);
		if (from > end) pieces.push({ text: run.text.slice(end, from) });
		pieces.push({ text: run.text.slice(from, until), term });
		end = until;
	}
	if (end < run.text.length) pieces.push({ text: run.text.slice(end) });
	return pieces;
}

function hits(text: string, language: Language): readonly Hit[] {
	if (scriptOf(language) !== 'Latn') return [];
	return [...text.matchAll(anyForm)].flatMap(({ 0: found, index }) => {
		const form = forms.get(found) ?? forms.get(found.toLowerCase());
		if (form === undefined) return [];
		const isOwnWord = language !== 'nl' && !form.isName && !isBracketed(text, index);
		if (isOwnWord) return [];
		return [{ term: form.term, from: index, until: index + found.length }];
	});
}

/** In another language, Dutch common words stand in brackets behind their translation; 'stage' alone is English. */
function isBracketed(text: string, index: number): boolean {
	const before = text.slice(0, index);
	return before.lastIndexOf('(') > before.lastIndexOf(')');
}

function namesIn(text: string, names: readonly string[]): readonly Omit<Hit, 'term'>[] {
	return names.flatMap((name) => {
		const from = name === '' ? -1 : text.indexOf(name);
		return from < 0 ? [] : [{ from, until: from + name.length }];
	});
}

/** Each form; a name has a capital ('MAP', 'Juridisch Loket') and is written only so. */
const forms: ReadonlyMap<string, { term: GlossaryTerm; isName: boolean }> = new Map(
	glossaryTerms.flatMap((term) =>
		[term, ...otherForms[term]].map((form) => [form, { term, isName: /\p{Lu}/u.test(form) }]),
	),
);

/** Whole words only, and no part of an address ('inburgeren.nl'). */
const anyForm = new RegExp(
	String.raw`(?<![\p{L}\p{N}]|[\p{L}\p{N}]-)(?:${alternatives()})(?!-?[\p{L}\p{N}]|\.\p{L})`,
	'giu',
);

function alternatives(): string {
	return [...forms.keys()].toSorted((a, b) => b.length - a.length).join('|');
}
