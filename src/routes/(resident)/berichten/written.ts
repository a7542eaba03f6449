import * as v from 'valibot';
import { languagesOffered } from '#lib/languages/languages.ts';
import * as messages from '#lib/server/messages/messages.ts';
import * as fields from '../../../hooks/fields.ts';

/** What every form with a message has; words may be missing where there is a photo. */
export const written = {
	key: fields.text(22),
	words: v.pipe(
		fields.optionalText(messages.longestWords),
		v.transform((words) => words ?? ''),
	),
	language: fields.choice(languagesOffered),
};
