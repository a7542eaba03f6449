import { slotLabels } from '#lib/languages/labels/pip.ts';
import { goalText } from '#lib/languages/labels/plan-parts.ts';
import { type Sentence, sentence } from '#lib/languages/sentences.ts';
import type { AgreementShown, GoalWords } from '#lib/server/pip/pip.ts';
import { text } from '#lib/ui/message.ts';

/** A sentence in Dutch with the names of its gaps, to choose it by: "U gaat [aantal uur] per week naar les". */
export function outline({ message, slots }: Pick<Sentence, 'message' | 'slots'>): string {
	const gaps = Object.keys(slots).map((name) => {
		const label = slotLabels[name]?.({}, { locale: 'nl' }) ?? name;
		return [name, `[${label.toLowerCase()}]`] as const;
	});
	return message(Object.fromEntries(gaps), { locale: 'nl' });
}

/** What a goal says in Dutch. */
export function goalInWords(words: GoalWords): string {
	return 'dutch' in words ? words.dutch : text(goalText[words.goal], {}, 'nl');
}

/** What an agreement says in Dutch. */
export function wordsOf(agreement: AgreementShown): string {
	if ('dutch' in agreement) return agreement.dutch;
	const said = sentence(agreement.sentence);
	return said ? text(said.message, agreement.slots, 'nl') : '';
}
