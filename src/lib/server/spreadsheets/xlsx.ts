import { readSheet } from 'read-excel-file/node';
import { Temporal } from 'temporal-polyfill';
import writeXlsx from 'write-excel-file/node';
import { packed, unpacked } from './archive.ts';
import { bounds } from './table.ts';
import type { Cell, DateCell, Read, Sheet, Table } from './table.ts';

/** The lines as XLSX (ECMA-376): all cells text, the titles stay in sight, what is for reading is grey. */
export function written({ name, isRightToLeft, columns, lines }: Sheet): Promise<Buffer> {
	const cells = lines.map((line, index) =>
		line.map((value, place) => {
			const column = columns[place];
			const isTitle = index === 0;
			return {
				value: escaped(value),
				type: String,
				format: '@',
				wrap: true,
				alignVertical: 'top' as const,
				align: column?.isRightToLeft === true ? ('right' as const) : ('left' as const),
				...(isTitle ? { fontWeight: 'bold' as const } : {}),
				...(isTitle || column?.isForReading === true ? { backgroundColor: '#E7E6E6' } : {}),
			};
		}),
	);
	const options = {
		sheet: name,
		rightToLeft: isRightToLeft,
		stickyRowsCount: 1,
		columns: columns.map(({ width }) => ({ width })),
	};
	return writeXlsx(cells, options).toBuffer();
}

/**
 * Reads the one sheet of an XLSX file. The file is unpacked within bounds first, since the library has none; a formula is
 * no text, whatever it came to.
 */
export async function read(bytes: Buffer): Promise<Read> {
	if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return no('notThisKind');
	const parts = unpacked(bytes, bounds.unpackedBytes);
	if (typeof parts === 'string') return no(parts);
	const xml = new Map([...parts].filter(([name]) => /\.(?:xml|rels)$/.test(name)));
	const sheets = [...xml].filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
	const [first] = sheets;
	if (first === undefined || !xml.has('xl/workbook.xml')) return no('notThisKind');
	if (sheets.length > 1) return no('twoSheets');
	if ([...xml.values()].some((part) => part.includes('<!DOCTYPE'))) return no('damaged');
	const sheet = first[1].toString('utf8');
	const far = beyondBounds(sheet);
	if (far !== null) return no(far);
	const formulas = formulasIn(sheet);
	const lines = formulas && (await linesOf(xml));
	if (!formulas || !lines) return no('damaged');
	return { ok: true, table: withFormulas(lines, formulas) };
}

/** Null for what the library cannot read: of much that is wrong in a file it says so by stumbling over it. */
async function linesOf(xml: ReadonlyMap<string, Buffer>): Promise<Table | null> {
	const options = { trim: false, parseNumber: numberText };
	const read = await readSheet(packed(xml), options).catch(() => null);
	return read && read.map((line) => line.map(cellOf));
}

/** A whole number as it would have been typed: some programs write 999990019 as `9.99990019E8`, and 200 as `200.0`. */
function numberText(written: string): string {
	const number = /^\d[\d.]*(?:E\+?\d+)?$/i.test(written) ? Number(written) : Number.NaN;
	return Number.isSafeInteger(number) ? String(number) : written;
}

/** Each line and cell may say where it stands, and the library makes all that lies before it. */
function beyondBounds(sheet: string): 'tooManyLines' | 'tooLarge' | 'damaged' | null {
	for (const [, double, single] of sheet.matchAll(/\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
		const place = /^([A-Z]{0,3})(\d{1,7})$/.exec(double ?? single ?? '');
		if (place === null) return 'damaged';
		if (Number(place[2]) > bounds.lines) return 'tooManyLines';
		if (columnOf(place[1] ?? '') > bounds.columns) return 'tooLarge';
	}
	const count = sheet.split(/<(?:\w+:)?row[\s>/]/).length - 1;
	return count > bounds.lines ? 'tooManyLines' : null;
}

function withFormulas(table: Table, formulas: readonly Place[]): Table {
	const places = new Set(formulas.map(({ column, line }) => `${column} ${line}`));
	let [lines, width] = [table.length, 0];
	for (const { column, line } of formulas) {
		lines = Math.max(lines, line);
		width = Math.max(width, column);
	}
	return Array.from({ length: lines }, (_, line) => {
		const cells = table[line] ?? [];
		return Array.from({ length: Math.max(cells.length, width) }, (_, column): Cell =>
			places.has(`${column + 1} ${line + 1}`) ? { is: 'formula' } : (cells[column] ?? ''),
		);
	});
}

interface Place {
	readonly column: number;
	readonly line: number;
}

/** Where there are formulas; null when one stands in a cell that does not say where it is. Looks at each tag once. */
function formulasIn(sheet: string): readonly Place[] | null {
	const places: Place[] = [];
	let place: Place | null = null;
	for (const [, tag, of = ''] of sheet.matchAll(/<(?:\w+:)?(c|f)(?=[\s>/])([^<]*)/g)) {
		if (tag === 'c') {
			const [, letters, line] = /\sr\s*=\s*["']([A-Z]+)(\d+)["']/.exec(of) ?? [];
			place = letters ? { column: columnOf(letters), line: Number(line) } : null;
		} else if (place === null) return null;
		else if (!isTruth.test(of)) places.push(place);
	}
	return places;
}

/** LibreOffice writes a true that was typed as the formula for it. */
const isTruth = />(?:TRUE|FALSE)\(\)$/;

/** 'A' is 1; '' is 0. */
function columnOf(letters: string): number {
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/**
 * `_x0041_` is how XLSX writes a character (ECMA-376 part 1, 22.9.2.19); in a text it is what it is. The library keeps
 * texts as names of a plain object, which has names of its own (`toString`): such a text is written otherwise.
 */
function escaped(text: string): string {
	if (text in Object.prototype) return `${codeOf(text)}${text.slice(1)}`;
	return text.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}

function codeOf(text: string): string {
	return `_x${text.charCodeAt(0).toString(16).padStart(4, '0')}_`;
}

/** What is empty is empty text. */
function cellOf(value: unknown): Cell {
	if (value === null || value === undefined) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return { is: 'yes or no', isYes: value };
	return dateOf(value instanceof Date ? value.getTime() : Number.NaN);
}

const [dayLength, minuteLength] = [86_400_000, 60_000];

/** The library gives what a number of days since 30 December 1899 is in UTC; workbooks that count from 1904 it puts right. */
function dateOf(instant: number): DateCell {
	if (instant >= Date.UTC(1910, 0, 1) && instant < Date.UTC(2100, 0, 1)) {
		const day = Temporal.Instant.fromEpochMilliseconds(instant).toString().slice(0, 10);
		return { is: 'date', day, minutes: null };
	}
	const length = instant - Date.UTC(1899, 11, 30);
	const minutes = Math.round(length / minuteLength);
	const isLength = length >= 0 && length < 366 * dayLength;
	const isWhole = Math.abs(length - minutes * minuteLength) < 500;
	return { is: 'date', day: null, minutes: isLength && isWhole ? minutes : null };
}

function no(why: Extract<Read, { ok: false }>['why']): Read {
	return { ok: false, why };
}
