import * as v from 'valibot';
import { isLanguage } from '#lib/languages/languages.ts';
import * as pip from '#lib/server/pip/pip.ts';
import * as fields from '../../../../../../../hooks/fields.ts';
import { revision } from '../numbers.ts';

/** The form that plans or moves the talk; `planning` is the one that the page was made from. */
export const talkForm = v.object({
	revision,
	planning: fields.whole(0, 99_999),
	heldOn: fields.day,
	startsAt: fields.text(5),
	place: fields.text(pip.placeMax),
	interpreter: fields.choice(pip.interpreters),
	interpreterLanguage: v.pipe(
		v.optional(v.string(), ''),
		v.transform((tag) => (isLanguage(tag) ? tag : null)),
	),
	lateReason: fields.optionalText(pip.lateReasonMax),
});

export const cancelForm = v.object({ planning: fields.whole(0, 99_999) });
