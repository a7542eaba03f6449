import type { Cell } from '../../spreadsheets/spreadsheets.ts';
import * as spreadsheets from '../../spreadsheets/spreadsheets.ts';

/** The columns of a timetable as a sheet, with the titles of the template; also as schools write them. */
export const titles = {
	number: ['nummer', 'nr', 'lesnummer'],
	on: ['datum', 'dag'],
	begin: ['begin', 'begintijd', 'start', 'starttijd', 'van'],
	end: ['einde', 'eindtijd', 'eind', 'tot'],
	minutes: ['minuten', 'duur in minuten'],
	subject: ['onderwerp', 'les', 'vak', 'activiteit'],
	place: ['plaats', 'lokaal', 'locatie'],
	address: ['adres'],
	withWhom: ['met wie', 'docent', 'begeleider'],
	off: ['gaat niet door', 'vervalt', 'status'],
} as const;

export type Column = keyof typeof titles;
export const columns = Object.keys(titles) as readonly Column[];

/** Finds the columns. A timetable has no use for a burgerservicenummer: a file with one is refused (W 36). */
export function placesIn(
	titleLine: readonly Cell[],
): spreadsheets.Places<Column> | 'timetableColumns' | 'sheetBsn' {
	if (spreadsheets.hasBsn(titleLine)) return 'sheetBsn';
	const places = spreadsheets.placesOf<Column>(titles, titleLine);
	if (!places) return 'timetableColumns';
	const { at } = places;
	const isWhole = at.has('on') && at.has('begin') && (at.has('end') || at.has('minutes'));
	return isWhole ? places : 'timetableColumns';
}
