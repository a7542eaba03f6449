import { translationOf } from '../glossary.ts';
import type { GlossaryLanguage } from '../glossary.ts';
import type { Message } from '../catalogue/message.ts';
import { renderSlot } from '../slots.ts';
import { wordsIn } from '../words-in.ts';
import { exampleOf, kindsOf } from './placeholders.ts';

/**
 * What a translator has to know of a message: how each gap will be filled, and the word for each official term. Dutch
 * 'afspraak' is two things, of which the glossary has one, so nothing is said of it.
 */
export function noteOn(dutch: Message, language: GlossaryLanguage): string {
	const gaps = [...kindsOf(dutch)].map(
		([name, kind]) => `{${name}} = ${renderSlot(exampleOf(kind), language)}`,
	);
	const words = dutch.variants.flatMap(({ text }) => wordsIn(text, 'nl'));
	const terms = [...new Set(words)]
		.filter((term) => term !== 'afspraak')
		.map((term) => `${term} = ${translationOf(term, language)}`);
	return [...gaps, ...terms].join('\n');
}
