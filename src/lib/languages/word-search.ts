import { translationOf } from './glossary.ts';
import type { Language } from './languages.ts';
import { glossaryTerms } from './terms.ts';
import type { GlossaryTerm } from './terms.ts';
import { otherForms } from './word-forms.ts';

/**
 * The official words that somebody may mean who types `query`: it stands in the Dutch word, one of its forms, or the
 * word of the mother tongue. An empty query finds all.
 */
export function wordsLike(query: string, language: Language): readonly GlossaryTerm[] {
	const typed = folded(query);
	if (typed === '') return glossaryTerms;
	return glossaryTerms.filter((term) => {
		const own = language === 'nl' ? [] : [translationOf(term, language)];
		return [term, ...otherForms[term], ...own].some((word) => folded(word).includes(typed));
	});
}

/**
 * A word as people type it: without capitals, accents, Arabic vowel signs, hamza, lengthening and the article; one
 * letter for those of the Arabic and the Ethiopic script that sound alike or share a key; without spaces and hyphens.
 */
export function folded(word: string): string {
	return word
		.normalize('NFKD')
		.replaceAll(/[\p{M}\u0640\u0621]/gu, '')
		.toLowerCase()
		.replaceAll(
			/[\u0131\u0671\u0649\u064A\u0643\u0629\u06D5\u06C1]/g,
			(letter) => alike[letter] ?? letter,
		)
		.replaceAll(/(?<!\p{L})\u0627\u0644(?=\p{L}{2})/gu, '')
		.replaceAll(/[\u1220-\u1226\u1280-\u1286\u1340-\u1346]/g, sameSound)
		.replaceAll('\u12A0', '\u12A3')
		.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Dotless i; alef wasla; both yehs and kafs as Persian writes them; teh marbuta and the other hehs. */
const alike: Readonly<Record<string, string>> = {
	'\u0131': 'i',
	'\u0671': '\u0627',
	'\u0649': '\u06CC',
	'\u064A': '\u06CC',
	'\u0643': '\u06A9',
	'\u0629': '\u0647',
	'\u06D5': '\u0647',
	'\u06C1': '\u0647',
};

/** Ethiopic rows of one sound, seven vowels each: sze as se, kha as ha, tsza as tsa. */
function sameSound(letter: string): string {
	const code = letter.codePointAt(0) ?? 0;
	const distance = code < 0x1280 ? 0x10 : code < 0x1340 ? -0x80 : -0x8;
	return String.fromCodePoint(code + distance);
}
