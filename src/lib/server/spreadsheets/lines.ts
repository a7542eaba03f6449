import type { Cell, Table } from './table.ts';

/** The titles of each column: first the one of the template, then as others write it; all in small letters. */
export type Titles<Column extends string> = Readonly<
	Record<Column, readonly [string, ...string[]]>
>;

/** Where each column stands, and the titles that are not read. */
export interface Places<Column extends string> {
	readonly at: ReadonlyMap<Column, number>;
	readonly unread: readonly string[];
}

/** A line of a sheet as text, with its number in the program that shows it; the titles are line 1. */
export interface WrittenLine<Column extends string> {
	readonly line: number;
	readonly cells: Readonly<Record<Column, string>>;
	/** The columns in which a formula stands, or yes or no: it is no text, whatever it came to. */
	readonly unread: readonly Column[];
}

/** Finds the columns by the first line; null where two have the same title. */
export function placesOf<Column extends string>(
	titles: Titles<Column>,
	titleLine: readonly Cell[],
): Places<Column> | null {
	const columns = Object.keys(titles) as Column[];
	const at = new Map<Column, number>();
	const unread: string[] = [];
	for (const [place, title] of titleLine.map(titleText).entries()) {
		const column = columns.find((each) => titles[each].includes(title));
		if (column === undefined) {
			if (title !== '') unread.push(title.slice(0, 40));
		} else if (at.has(column)) return null;
		else at.set(column, place);
	}
	return { at, unread };
}

/** Whether a column is one of burgerservicenummers, however it is titled. */
export function hasBsn(titleLine: readonly Cell[]): boolean {
	return titleLine
		.map(titleText)
		.some((title) => /\b(?:bsn|sofi(?:nummer)?|burgerservicenummer)\b/.test(title));
}

/** The lines below the titles in which something stands. In the columns that are `asked`, true and false are an answer. */
export function linesOf<Column extends string>(
	[, ...rest]: Table,
	titles: Titles<Column>,
	{ at }: Places<Column>,
	asked: readonly Column[] = [],
): WrittenLine<Column>[] {
	const columns = Object.keys(titles) as Column[];
	return rest
		.map((cells, index) => ({ cells, line: index + 2 }))
		.filter(({ cells }) => cells.some((cell) => cell !== ''))
		.map(({ cells, line }) => {
			const cellAt = (column: Column): Cell => cells[at.get(column) ?? -1] ?? '';
			const texts = columns.map((column) => [column, cellText(cellAt(column))]);
			return {
				line,
				cells: Object.fromEntries(texts) as Record<Column, string>,
				unread: columns.filter((column) => {
					const cell = cellAt(column);
					if (typeof cell === 'string' || cell.is === 'date') return false;
					return cell.is === 'formula' || !asked.includes(column);
				}),
			};
		});
}

/** Text of a file as it may be shown: without what could turn or break a line. */
export function plainText(text: string, most: number): string {
	const visible = text
		.replaceAll(/[\r\n\t\u00A0]+/g, ' ')
		.replaceAll(/[\p{Cc}\u2028-\u202E\u2066-\u2069\uFEFF]/gu, '')
		.toWellFormed()
		.normalize('NFC')
		.trim();
	return [...visible].slice(0, most).join('').trim();
}

function titleText(cell: Cell): string {
	return typeof cell === 'string' ? plainText(cell, 200).replaceAll(/\s+/g, ' ').toLowerCase() : '';
}

/** The longest text in which something could still be read. */
const longestText = 300;

/** A cell as it would have been typed: a date by its day, a length of time by hours and minutes. */
function cellText(cell: Cell): string {
	if (typeof cell === 'string') return plainText(cell, longestText);
	if (cell.is === 'formula') return '';
	if (cell.is === 'yes or no') return cell.isYes ? 'ja' : 'nee';
	if (cell.day !== null) return cell.day;
	if (cell.minutes === null) return '?';
	const minutes = String(cell.minutes % 60).padStart(2, '0');
	return `${Math.floor(cell.minutes / 60)}:${minutes}`;
}
