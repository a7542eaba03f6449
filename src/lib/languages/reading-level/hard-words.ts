import { glossaryTerms } from '#lib/languages/terms.ts';
import list from './hard-words.json' with { type: 'json' };

/** An official word and what to write instead. */
export interface HardWord {
	readonly word: string;
	readonly plain: string;
}

/**
 * The words of the list that stand in a text, in the order of the list; `text` is lower case. Words of the glossary
 * are no finding: people meet them on letters and the portal explains them.
 */
export function hardWordsIn(text: string): readonly HardWord[] {
	return patterns.filter(({ pattern }) => pattern.test(text)).map(({ hard }) => hard);
}

/** Whether a word is one of the glossary, also in the plural or made small. */
export function isGlossaryWord(word: string): boolean {
	const low = word.toLowerCase();
	return glossary.some((term) => low.startsWith(term) && endings.test(low.slice(term.length)));
}

const endings = /^(?:s|'s|n|en|ken|ten|sen|nen|pen|je|jes)?$/;

const glossary: readonly string[] = glossaryTerms
	.flatMap((term) => term.split(' '))
	.filter((word) => word.length > 2)
	.map((word) => word.toLowerCase())
	// Words that stand on every page of the portal and in its name.
	.concat('inburgering', 'inburgeren', 'inburgeraar', 'participatie', 'nederlands', 'nederland');

const patterns = Object.entries(list.words).map(([word, plain]) => ({
	hard: { word, plain },
	pattern: new RegExp(`(?<!\\p{L})${word.replaceAll(' ', '\\s+')}(?:s|e|en)?(?!\\p{L})`, 'u'),
}));
