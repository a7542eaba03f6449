import { fill, stored } from '#lib/languages/sentences.ts';
import { done, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import { type Agreement, isOwnWords, type Party, type PipContent } from './content.ts';

/** The plan without this agreement. */
export function without(content: PipContent, agreementId: string): PipContent {
	return {
		...content,
		agreements: content.agreements.filter(({ id }) => id !== agreementId),
	};
}

/** The plan with this agreement one place earlier (-1) or later (1); the same at an end of the list. */
export function moved(content: PipContent, agreementId: string, by: -1 | 1): PipContent {
	const agreements = [...content.agreements];
	const from = agreements.findIndex(({ id }) => id === agreementId);
	const [taken, other] = [agreements[from], agreements[from + by]];
	if (taken === undefined || other === undefined) return content;
	agreements[from] = other;
	agreements[from + by] = taken;
	return { ...content, agreements };
}

/** The plan with a sentence of the catalogue at the end; a problem for each fact that is wrong. */
export function withSentence(
	content: PipContent,
	sentence: string,
	values: Readonly<Record<string, string>>,
): Outcome<PipContent> {
	const filled = fill(sentence, values);
	if (filled === null) return refused({ sentence: 'notAChoice' });
	if (!filled.ok) return refused(filled.problems);
	return done(added(content, { id: newId(), sentence, slots: stored(filled.slots) }));
}

/** The plan with the klantmanager's own words at the end. */
export function withOwnWords(content: PipContent, party: Party, dutch: string): PipContent {
	return added(content, { id: newId(), party, dutch });
}

/** The plan with other own words in the same agreement, which keeps its place: its translation fits no longer. */
export function withChangedWords(
	content: PipContent,
	agreementId: string,
	dutch: string,
): PipContent {
	const agreements = content.agreements.map((each) =>
		each.id === agreementId && isOwnWords(each) ? { ...each, dutch } : each,
	);
	return { ...content, agreements };
}

/** The plan with more agreements at the end. */
export function withAgreements(content: PipContent, more: readonly Agreement[]): PipContent {
	return { ...content, agreements: [...content.agreements, ...more] };
}

function added(content: PipContent, agreement: Agreement): PipContent {
	return withAgreements(content, [agreement]);
}
