import type { Cell } from '../../spreadsheets/spreadsheets.ts';
import * as spreadsheets from '../../spreadsheets/spreadsheets.ts';

/** The columns of a school's file, with the titles of the template; also as schools write them. */
export const titles = {
	kenmerk: ['kenmerk'],
	familyName: ['achternaam', 'familienaam'],
	bornOn: ['geboortedatum'],
	kind: ['onderdeel', 'vak'],
	fromOn: ['van', 'datum', 'begindatum'],
	lastOn: ['tot en met', 't/m', 'tm', 'einddatum'],
	attended: ['aanwezig', 'uren aanwezig'],
	excused: ['met verlof', 'afwezig met verlof'],
	unexcused: ['zonder verlof', 'afwezig zonder verlof'],
} as const;

export type Column = keyof typeof titles;
export const columns = Object.keys(titles) as readonly Column[];

/** Without these a file cannot be read. Who it is, a name and a birthday say, or the kenmerk. */
const needed = ['kind', 'fromOn', 'attended'] as const satisfies readonly Column[];

/**
 * Finds the columns. A file with a column for the burgerservicenummer is refused: here people are told apart without
 * it, so that it goes through no more hands than the law names (Wet inburgering 2021, art. 36).
 */
export function placesIn(
	titleLine: readonly Cell[],
): spreadsheets.Places<Column> | 'sheetColumns' | 'sheetBsn' {
	if (spreadsheets.hasBsn(titleLine)) return 'sheetBsn';
	const places = spreadsheets.placesOf<Column>(titles, titleLine);
	if (!places) return 'sheetColumns';
	const { at } = places;
	const tellsWho = at.has('kenmerk') || (at.has('familyName') && at.has('bornOn'));
	return tellsWho && needed.every((column) => at.has(column)) ? places : 'sheetColumns';
}
