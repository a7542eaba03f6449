import type { Finding, Rule } from '../catalogue/rules.ts';
import type { Column } from './columns.ts';

/** What is wrong in a spreadsheet: where, and what to do about it. `line` counts from 1, the titles. */
export type Fault = { readonly line: number; readonly column: Column; readonly says: string };

/** A finding of the catalogue check, said to whoever filled in the line. */
export function saying({ rule, detail }: Finding): string {
	return `${advice[rule]} [${detail}]`;
}

const advice = {
	allowance: 'An exception of the portal names a message that is gone: tell the developers.',
	key: 'The key has another form than area_page_thing: put back the key of the export.',
	missing: 'There is no translation: write one, or take the lines of this message out.',
	shape: 'The message cannot be read: export it again.',
	blank: 'The text is empty, or has a space before or after it: take the space away.',
	braces:
		'A brace is left over: write each {name} as in the Dutch, with nothing else between braces.',
	'bidi-control': 'There is an invisible direction mark: type the text again without it.',
	digits: 'Write digits as 0-9.',
	leftover: 'A word of a computer is left in the text: take it out.',
	letters: 'Write the Persian ک and ی, not the Arabic ك and ي.',
	formatter: 'The Dutch formats a fact by itself: tell the developers.',
	variants: 'A plural form is missing or is one too many: give exactly the forms of the export.',
	'shown-facts':
		'Each text shows every {name} of the Dutch: put in what is missing, take out what is not there.',
	inputs: 'The names between braces are others than in the Dutch: copy them from the Dutch.',
	sentence: 'A sentence is too long.',
	sentences: 'There are too many sentences.',
	length: 'The text is too long beside the Dutch: make it shorter.',
	script: 'The text is not written in the script of the language.',
	'same-as-dutch': 'This is the Dutch: translate it.',
} as const satisfies Record<Rule, string>;
