import type { ProblemKey } from '../../errors.ts';
import { type Cell, kindOf, read, type Unreadable } from '../../spreadsheets/spreadsheets.ts';
import { type Column, columns, placesIn } from './columns.ts';

/** A line of a file as text, with its number in the program that shows it; the titles are line 1. */
export interface WrittenLine {
	readonly line: number;
	readonly cells: Readonly<Record<Column, string>>;
	/** The columns in which a formula stands, or yes or no: it is no text, whatever it came to. */
	readonly unread: readonly Column[];
}

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
	if (!sheet.ok) return { why: unreadable[sheet.why] };
	const [titleLine, ...rest] = sheet.table;
	const places = placesIn(titleLine ?? []);
	if (!places.ok) return { why: places.why };
	const lines = rest
		.map((cells, index) => ({ cells, line: index + 2 }))
		.filter(({ cells }) => cells.some((cell) => cell !== ''))
		.map(({ cells, line }) => lineOf(cells, line, places.at));
	if (lines.length === 0) return { why: 'sheetEmpty' };
	if (lines.length > mostLines) return { why: 'sheetTooLarge' };
	return { file: { lines, unreadTitles: places.unread } };
}

const unreadable = {
	tooLarge: 'sheetTooLarge',
	tooManyLines: 'sheetTooLarge',
	notThisKind: 'sheetKind',
	notUtf8: 'sheetNotUtf8',
	damaged: 'sheetDamaged',
	twoSheets: 'sheetTwo',
} as const satisfies Record<Unreadable, ProblemKey>;

function lineOf(
	cells: readonly Cell[],
	line: number,
	at: ReadonlyMap<Column, number>,
): WrittenLine {
	const cellAt = (column: Column): Cell => cells[at.get(column) ?? -1] ?? '';
	return {
		line,
		cells: Object.fromEntries(columns.map((column) => [column, textOf(cellAt(column))])) as Record<
			Column,
			string
		>,
		unread: columns.filter((column) => {
			const cell = cellAt(column);
			return typeof cell !== 'string' && cell.is !== 'date';
		}),
	};
}

/** The longest text in which something could still be read. */
const longestText = 200;

/** A cell as it would have been typed: a date by its day, a length of time by hours and minutes. */
function textOf(cell: Cell): string {
	if (typeof cell === 'string') {
		const visible = cell.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '');
		return visible.toWellFormed().normalize('NFC').trim().slice(0, longestText);
	}
	if (cell.is !== 'date') return '';
	if (cell.day !== null) return cell.day;
	if (cell.minutes === null) return '?';
	const minutes = String(cell.minutes % 60).padStart(2, '0');
	return `${Math.floor(cell.minutes / 60)}:${minutes}`;
}
