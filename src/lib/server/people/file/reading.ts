import type { ProblemKey } from '../../errors.ts';
import {
	kindOf,
	linesOf,
	read,
	unreadableAs,
	type WrittenLine as Written,
} from '../../spreadsheets/spreadsheets.ts';
import { asked, type Column, placesIn, titles } from './columns.ts';

export type WrittenLine = Written<Column>;

export interface PeopleFile {
	readonly lines: readonly WrittenLine[];
	/** The titles of columns that are not read. */
	readonly unreadTitles: readonly string[];
}

/** More than everybody who integrates in a large gemeente in a year; more is a mistake, and a page nobody reads. */
export const mostLines = 2000;

/** A file with people, or why it cannot be taken. Nothing in it is believed. */
export async function readPeopleFile(
	name: string,
	bytes: Buffer,
): Promise<{ readonly file: PeopleFile } | { readonly why: ProblemKey }> {
	const kind = kindOf(name);
	if (kind === null) return { why: 'sheetKind' };
	const sheet = await read(kind, bytes);
	if (!sheet.ok) return { why: unreadableAs[sheet.why] };
	const places = placesIn(sheet.table[0] ?? []);
	if (!places) return { why: 'peopleColumns' };
	const lines = linesOf<Column>(sheet.table, titles, places, asked);
	if (lines.length === 0) return { why: 'sheetEmpty' };
	if (lines.length > mostLines) return { why: 'sheetTooLarge' };
	return { file: { lines, unreadTitles: places.unread } };
}
