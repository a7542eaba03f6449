import { isBefore } from '#lib/law/day.ts';
import type { Kind } from '../../spreadsheets/spreadsheets.ts';
import * as spreadsheets from '../../spreadsheets/spreadsheets.ts';
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
import { type Column, placesIn, titles } from './columns.ts';
import { keyOf, saidIn, type WrittenLine } from './sheet-line.ts';

/** Reads a timetable from a spreadsheet, one line for each time, or says why not. Nothing in it is believed. */
export async function readSheet(kind: Kind, bytes: Buffer, reading: Reading): Promise<ReadFile> {
	const sheet = await spreadsheets.read(kind, bytes);
	if (!sheet.ok) {
		const why = spreadsheets.unreadableAs[sheet.why];
		return { why: why === 'sheetKind' ? 'timetableKind' : why };
	}
	const places = placesIn(sheet.table[0] ?? []);
	if (typeof places === 'string') return { why: places };
	const written = spreadsheets.linesOf<Column>(sheet.table, titles, places);
	if (written.length === 0) return { why: 'sheetEmpty' };
	if (written.length > mostLines) return { why: 'sheetTooLarge' };
	return { file: { ...said(written, reading), unreadTitles: places.unread } };
}

function said(written: readonly WrittenLine[], reading: Reading) {
	const firstOf = new Map<string, number>();
	const lines: Line[] = [];
	const wrong: WrongLine[] = [];
	let past = 0;
	const dayWritten = spreadsheets.dayReader(written.map(({ cells }) => cells.on));
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
