import * as csv from './csv.ts';
import type { ProblemKey } from '../errors.ts';
import { bounds } from './table.ts';
import type { Read, Sheet, Unreadable } from './table.ts';
import * as xlsx from './xlsx.ts';

export { type DayReader, dayReader } from './days.ts';
export {
	hasBsn,
	linesOf,
	type Places,
	placesOf,
	plainText,
	type Titles,
	type WrittenLine,
} from './lines.ts';
export { bounds } from './table.ts';
export type { Cell, DateCell, Read, Sheet, Table, Unreadable } from './table.ts';

export const kinds = ['xlsx', 'csv'] as const;
export type Kind = (typeof kinds)[number];

/** Why a file cannot be read, as it is told. */
export const unreadableAs = {
	tooLarge: 'sheetTooLarge',
	tooManyLines: 'sheetTooLarge',
	notThisKind: 'sheetKind',
	notUtf8: 'sheetNotUtf8',
	damaged: 'sheetDamaged',
	twoSheets: 'sheetTwo',
} as const satisfies Record<Unreadable, ProblemKey>;

/** The kind of a file by its name, or null for one that is no spreadsheet of these. */
export function kindOf(name: string): Kind | null {
	return kinds.find((kind) => name.toLowerCase().endsWith(`.${kind}`)) ?? null;
}

/** The bytes of a file with this sheet. */
export async function written(kind: Kind, sheet: Sheet): Promise<Buffer> {
	return kind === 'csv' ? csv.written(sheet) : xlsx.written(sheet);
}

/**
 * Reads a file that somebody else made: its lines as text, or why not. Nothing in it is believed: not its size, not its
 * kind, and no formula is read as what it came to.
 */
export async function read(kind: Kind, bytes: Buffer): Promise<Read> {
	if (bytes.length > bounds.fileBytes) return { ok: false, why: 'tooLarge' };
	return kind === 'csv' ? csv.read(bytes) : await xlsx.read(bytes);
}
