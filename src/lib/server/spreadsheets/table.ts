/** A cell that was read. Some hold no text, because a program made something else of what was typed. */
export type Cell = string | DateCell | YesNoCell | { readonly is: 'formula' };

/** What a program shows as true or false. */
export interface YesNoCell {
	readonly is: 'yes or no';
	readonly isYes: boolean;
}

/**
 * A number that the program shows as a date or a time: the day ('YYYY-MM-DD', from 1910 on, as people are born), or the minutes of a length
 * of time below a year ('12:30'); never both, and neither for anything else.
 */
export interface DateCell {
	readonly is: 'date';
	readonly day: string | null;
	readonly minutes: number | null;
}

/** Lines of cells, the first with the titles. Lines count as in the program: a cell may hold line ends. */
export type Table = readonly (readonly Cell[])[];

/** A sheet to write. `isForReading` makes a column grey: nobody has to fill it in. */
export type Sheet = {
	readonly name: string;
	readonly isRightToLeft: boolean;
	readonly columns: readonly {
		readonly width: number;
		readonly isForReading: boolean;
		readonly isRightToLeft: boolean;
	}[];
	readonly lines: readonly (readonly string[])[];
};

/** Why a file cannot be read. */
export type Unreadable =
	'tooLarge' | 'tooManyLines' | 'notThisKind' | 'notUtf8' | 'damaged' | 'twoSheets';

export type Read =
	{ readonly ok: true; readonly table: Table } | { readonly ok: false; readonly why: Unreadable };

export const bounds = {
	fileBytes: 5_000_000,
	unpackedBytes: 60_000_000,
	lines: 20_000,
	columns: 50,
};
