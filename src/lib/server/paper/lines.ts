import type { OfferedLanguage } from '#lib/languages/languages.ts';
import { type Message, say, type SlotsOf } from '#lib/languages/message.ts';
import type { Run } from '#lib/languages/runs.ts';

/** One text on paper: Dutch, and the mother tongue beside it; null where the paper is Dutch only. */
export interface Line {
	readonly nl: readonly Run[];
	readonly own: readonly Run[] | null;
}

/** Writes a message with its facts, by the same tables as the pages do. */
export type Writer = <Inputs extends Record<string, unknown> = Record<never, never>>(
	message: Message<Inputs>,
	facts?: SlotsOf<Inputs>,
) => Line;

/** What writes the lines of a paper that is read in this language; for 'nl' in Dutch only. */
export function writerIn(language: OfferedLanguage): Writer {
	return (message, facts) => {
		const given = facts ?? ({} as NonNullable<typeof facts>);
		return {
			nl: say(message, given, 'nl'),
			own: language === 'nl' ? null : say(message, given, language),
		};
	};
}
