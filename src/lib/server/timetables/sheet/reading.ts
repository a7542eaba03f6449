import { isBefore } from '#lib/law/day.ts';
import type { ProblemKey } from '../../errors.ts';
import { type Cell, type Kind, read, type Unreadable } from '../../spreadsheets/spreadsheets.ts';
import {
	type Line,
	type LineProblem,
	longest,
	mostLines,
	plainText,
	type ReadFile,
	type Reading,
	type WrongLine,
} from '../said.ts';
import { type Column, columns, placesIn } from './columns.ts';
import { keyOf, saidIn, type WrittenLine } from './sheet-line.ts';
import { dayReader } from './written.ts';

/** Reads a timetable from a spreadsheet, one line for each time, or says why not. Nothing in it is believed. */
export async function readSheet(kind: Kind, bytes: Buffer, reading: Reading): Promise<ReadFile> {
	const sheet = await read(kind, bytes);
	if (!sheet.ok) return { why: unreadable[sheet.why] };
	const [titleLine, ...rest] = sheet.table;
	const places = placesIn(titleLine ?? []);
	if (!places.ok) return { why: places.why };
	const written = rest
		.map((cells, index) => ({ cells, line: index + 2 }))
		.filter(({ cells }) => cells.some((cell) => cell !== ''))
		.map(({ cells, line }) => lineOf(cells, line, places.at));
	if (written.length === 0) return { why: 'sheetEmpty' };
	if (written.length > mostLines) return { why: 'sheetTooLarge' };
	return { file: { ...linesOf(written, reading), unreadTitles: places.unread } };
}

const unreadable = {
	tooLarge: 'sheetTooLarge',
	tooManyLines: 'sheetTooLarge',
	notThisKind: 'timetableKind',
	notUtf8: 'sheetNotUtf8',
	damaged: 'sheetDamaged',
	twoSheets: 'sheetTwo',
} as const satisfies Record<Unreadable, ProblemKey>;

function linesOf(written: readonly WrittenLine[], reading: Reading) {
	const firstOf = new Map<string, number>();
	const lines: Line[] = [];
	const wrong: WrongLine[] = [];
	let past = 0;
	const dayWritten = dayReader(written.map(({ cells }) => cells.on));
	for (const one of written) {
		const { line } = one;
		const key = keyOf(one, dayWritten);
		const read = saidIn(one, reading, dayWritten);
		const otherLine = key === null ? undefined : firstOf.get(key);
		const leaveOut = (problems: readonly LineProblem[]) =>
			wrong.push({ line, name: nameOf(one), group: key, problems });
		if ('wrong' in read) leaveOut(read.wrong);
		else if (otherLine !== undefined)
			leaveOut([{ column: one.cells.number ? 'number' : 'on', why: 'doubleInFile', otherLine }]);
		else if (isBefore(read.said.on, reading.today)) past += 1;
		else if (key !== null) lines.push({ line, group: key, key, said: read.said });
		if (key !== null && otherLine === undefined) firstOf.set(key, line);
	}
	return { lines, wrong, past };
}

function nameOf({ cells }: WrittenLine): string {
	const called = [cells.number, cells.on, cells.begin, cells.subject].filter((text) => text !== '');
	return plainText(called.join(' · '), longest.subject) ?? '';
}

function lineOf(
	cells: readonly Cell[],
	line: number,
	at: ReadonlyMap<Column, number>,
): WrittenLine {
	const cellAt = (column: Column): Cell => cells[at.get(column) ?? -1] ?? '';
	const texts = columns.map((column) => [column, textOf(cellAt(column))]);
	return {
		line,
		cells: Object.fromEntries(texts) as Record<Column, string>,
		unread: columns.filter((column) => {
			const cell = cellAt(column);
			return typeof cell !== 'string' && cell.is !== 'date';
		}),
	};
}

/** A cell as it would have been typed: a date by its day, a time by hours and minutes. */
function textOf(cell: Cell): string {
	if (typeof cell === 'string') return plainText(cell, 300) ?? '';
	if (cell.is !== 'date') return '';
	if (cell.day !== null) return cell.day;
	if (cell.minutes === null) return '?';
	const minutes = String(cell.minutes % 60).padStart(2, '0');
	return `${Math.floor(cell.minutes / 60)}:${minutes}`;
}
