import type { ProblemKey } from '../../errors.ts';
import {
	kindOf,
	linesOf,
	read,
	unreadableAs,
	type WrittenLine as Written,
} from '../../spreadsheets/spreadsheets.ts';
import { type Column, placesIn, titles } from './columns.ts';

export type WrittenLine = Written<Column>;

export interface SchoolFile {
	readonly lines: readonly WrittenLine[];
	/** The titles of columns that are not read. */
	readonly unreadTitles: readonly string[];
}

/** A class of a large school over a year, month by month; more is no list of a school. */
export const mostLines = 3000;

/** A file that a school sent, or why it cannot be taken. Nothing in it is believed. */
export async function readSchoolFile(
	name: string,
	bytes: Buffer,
): Promise<{ readonly file: SchoolFile } | { readonly why: ProblemKey }> {
	const kind = kindOf(name);
	if (kind === null) return { why: 'sheetKind' };
	const sheet = await read(kind, bytes);
	if (!sheet.ok) return { why: unreadableAs[sheet.why] };
	const places = placesIn(sheet.table[0] ?? []);
	if (typeof places === 'string') return { why: places };
	const lines = linesOf<Column>(sheet.table, titles, places);
	if (lines.length === 0) return { why: 'sheetEmpty' };
	if (lines.length > mostLines) return { why: 'sheetTooLarge' };
	return { file: { lines, unreadTitles: places.unread } };
}
