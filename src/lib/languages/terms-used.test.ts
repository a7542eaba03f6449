/** An official word has one translation, wherever it stands. */

import { expect, it } from 'vitest';
import { isForStaff, messageKeys } from './catalogue.ts';
import { readMessage } from './catalogue/message.ts';
import type { Message } from './catalogue/message.ts';
import { translationOf } from './glossary.ts';
import type { GlossaryLanguage } from './glossary.ts';
import { languagesOffered } from './languages.ts';
import { catalogues } from './review.ts';
import { slugOf } from './terms.ts';
import type { GlossaryTerm } from './terms.ts';
import { otherForms } from './word-forms.ts';
import { folded } from './word-search.ts';
import { wordsIn } from './words-in.ts';

const others = languagesOffered.filter((tag) => tag !== 'nl');

/** Words whose translation need not be found back, each with its reason. */
const exempt: Partial<Record<GlossaryTerm, string>> = {
	afspraak: 'In a plan it is an agreement, and the glossary has the one in an agenda.',
	inburgering: 'The Dutch says it as a verb too, and then every language does.',
	lening: 'The Dutch says it as a verb too, and then every language does.',
};

/** Other forms of a translation, where the beginning of the word changes. */
const bent: Partial<Record<GlossaryLanguage, Partial<Record<GlossaryTerm, readonly string[]>>>> = {
	ar: { les: ['دروس'] },
	so: { gemeente: ['degmo'] },
	fa: { les: ['کلاس'] },
};

it.each(others)('in %s a message says it with that translation, or in Dutch', (language) => {
	const found = messageKeys(catalogues.nl).flatMap((key) => {
		const [dutch, own] = [read(catalogues.nl[key]), read(catalogues[language][key])];
		if (isForStaff(key) || dutch === null || own === null) return [];
		const terms = new Set(dutch.variants.flatMap(({ text }) => wordsIn(text, 'nl')));
		return [...terms]
			.filter((term) => exempt[term] === undefined && !explains(key, term))
			.filter((term) => !own.variants.some(({ text }) => says(text, term, language)))
			.map(
				(term) => `${key}: ${term} = ${translationOf(term, language)}: ${own.variants[0]?.text}`,
			);
	});
	expect(found).toEqual([]);
});

function read(source: unknown): Message | null {
	const message = readMessage(source);
	return typeof message === 'string' ? null : message;
}

/** What explains a word says it in other words. */
function explains(key: string, term: GlossaryTerm): boolean {
	return key === `word_${slugOf(term).replaceAll('-', '_')}`;
}

/** Words bend: the beginning of one of the words of the translation is enough. */
function says(text: string, term: GlossaryTerm, language: GlossaryLanguage): boolean {
	const whole = folded(text);
	const stems = translationOf(term, language)
		.split(/[\s/()-]+/)
		.map(folded)
		.filter((word) => word.length > 2)
		.map((word) => word.slice(0, Math.max(3, word.length - 2)));
	const forms = [term, ...otherForms[term], ...(bent[language]?.[term] ?? [])].map(folded);
	return [...forms, ...stems].some((part) => whole.includes(part));
}
