/** The columns of a spreadsheet of messages, by the names in its first line. */

import { isLanguage } from '../languages.ts';
import type { GlossaryLanguage } from '../glossary.ts';

export const columns = [
	'key',
	'plural form',
	'Dutch',
	'English',
	'translation',
	'back-translation',
	'state',
	'translator',
	'reader',
	'maximum length',
	'note',
	'version',
] as const;

export type Column = (typeof columns)[number];

/** What a translator writes; the other columns are for reading. */
export const writtenColumns: readonly Column[] = [
	'translation',
	'back-translation',
	'state',
	'translator',
	'reader',
];

/** One line of the spreadsheet. */
export type Line = Readonly<Record<Column, string>>;

/** The title of a column. That of the translation names its language, so that no file is read as another's. */
export function titleOf(column: Column, language: GlossaryLanguage): string {
	return column === 'translation' ? `translation (${language})` : column;
}

/** The language that a title of the first line names. */
export function languageIn(title: string): GlossaryLanguage | null {
	const tag = /^translation \(([\w-]+)\)$/.exec(title.trim())?.[1];
	return isLanguage(tag) && tag !== 'nl' ? tag : null;
}
