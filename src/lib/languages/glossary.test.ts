import { describe, expect, it } from 'vitest';
import file from '../../../messages/terms.json' with { type: 'json' };
import { confidenceIn, translationOf } from './glossary.ts';
import { isLanguage, languages, scriptOf } from './languages.ts';
import { glossaryTerms } from './terms.ts';

const tags = Object.keys(languages)
	.filter(isLanguage)
	.filter((tag) => tag !== 'nl');
const letters = {
	Latn: /\p{Script=Latin}/u,
	Arab: /\p{Script=Arabic}/u,
	Ethi: /\p{Script=Ethiopic}/u,
};

it('translates exactly the terms of the glossary', () => {
	expect(Object.keys(file.terms)).toEqual([...glossaryTerms]);
});

describe.each(tags)('the words in %s', (tag) => {
	it('are there, in its script, with known sources', () => {
		for (const term of glossaryTerms) {
			expect(translationOf(term, tag), term).toMatch(letters[scriptOf(tag)]);
			expect(Object.keys(file.sources), term).toEqual(
				expect.arrayContaining(file.terms[term][tag].sources),
			);
			expect(translationOf(term, tag)).not.toMatch(/[\u0660-\u0669\u06F0-\u06F9]|^\s|\s$/);
		}
		expect(['high', 'medium', 'low']).toContain(confidenceIn(tag));
	});
});
