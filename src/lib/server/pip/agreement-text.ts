import type { OfferedLanguage } from '#lib/languages/languages.ts';
import { text } from '#lib/languages/message.ts';
import { sentence } from '#lib/languages/sentences.ts';
import type { GlossaryTerm } from '#lib/languages/terms.ts';
import { wordsIn } from '#lib/languages/words-in.ts';
import type { PipContent } from './content.ts';
import { type AgreementShown, agreementShown } from './reading.ts';

/** What an agreement says in a language; the klantmanager's own words are Dutch in each. */
export function agreementText(agreement: AgreementShown, language: OfferedLanguage): string {
	if ('dutch' in agreement) return agreement.dutch;
	const said = sentence(agreement.sentence);
	if (!said) throw new RangeError(`Not an agreement: ${agreement.sentence}`);
	return text(said.message, agreement.slots, language);
}

/** What the agreements of a plan say, in their order. */
export function agreementTexts(content: PipContent, language: OfferedLanguage): readonly string[] {
	return content.agreements.map((agreement) =>
		agreementText(agreementShown(agreement, language), language),
	);
}

/** The agreements of a plan in whose Dutch an official word stands, to be read in this language. */
export function agreementsWith(
	term: GlossaryTerm,
	{ agreements }: PipContent,
	language: OfferedLanguage,
): readonly AgreementShown[] {
	return agreements
		.map((agreement) => agreementShown(agreement, language))
		.filter((agreement) => wordsIn(agreementText(agreement, 'nl'), 'nl').includes(term));
}
