import type { Article } from '#lib/law/article.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Message } from '#lib/ui/message.ts';

type WithMinutes = Message<{ minutes: NonNullable<unknown> }>;

/** The paragraphs of art. 3.14 of the Besluit under which hours count inside the 800. */
const texts: Readonly<Record<string, WithMinutes>> = {
	'B 3.14(2)b': m.statement_part_activities,
	'B 3.14(5)': m.statement_part_modules,
	'B 3.14(6)': m.statement_part_help,
};

/** The words for the hours that count under an article. */
export function lawPartLabel(article: Article): WithMinutes {
	return texts[article] ?? m.statement_part_activities;
}
