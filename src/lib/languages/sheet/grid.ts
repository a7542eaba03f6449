import { guarded, invisibleIn, isFormulaLike, unguarded } from './cell.ts';
import { columns, languageIn, titleOf, writtenColumns } from './columns.ts';
import type { Column, Line } from './columns.ts';
import type { Fault } from './fault.ts';
import type { SheetLanguage } from './standing.ts';

/** A cell as a file has it. Some hold no text, because a program made something else of what was typed. */
export type Cell = string | { readonly is: 'date' | 'yes or no' | 'formula' };
export type Grid = readonly (readonly Cell[])[];

/** A line that says something, with its number in the file. */
export type Given = { readonly line: number; readonly at: Line };

/** The lines of a file, and what is wrong with its cells by themselves. */
export type Lines = { readonly given: readonly Given[]; readonly faults: readonly Fault[] };

/** Reads lines by their titles, so that columns may stand in another order. Wrong titles are the only faults then. */
export function readGrid(grid: Grid, language: SheetLanguage): Lines {
	const titles = (grid[0] ?? []).map((cell) => (typeof cell === 'string' ? cell.trim() : ''));
	const wrong = wrongTitles(titles, language);
	if (wrong.length > 0) return { given: [], faults: wrong };
	const places = columns.map((column) => titles.indexOf(titleOf(column, language)));
	const rows = grid.slice(1).flatMap((cells, index) => {
		const own = places.map((place) => cells[place] ?? '');
		const isEmpty = own.every((cell) => typeof cell === 'string' && cell.trim() === '');
		return isEmpty ? [] : [{ line: index + 2, own }];
	});
	return {
		given: rows.map(({ line, own }) => ({ line, at: lineOf(own) })),
		faults: rows.flatMap(({ line, own }) => wrongCells(line, own)),
	};
}

function wrongTitles(titles: readonly string[], language: SheetLanguage): readonly Fault[] {
	const other = titles.map(languageIn).find((tag) => tag !== null && tag !== language);
	if (other)
		return [
			{ line: 1, column: 'translation', says: `This file is for ${other}, not for ${language}.` },
		];
	return columns.flatMap((column): Fault[] => {
		const title = titleOf(column, language);
		const count = titles.filter((each) => each === title).length;
		if (count === 1) return [];
		const what = count === 0 ? 'is not there' : `is there ${count} times`;
		return [
			{
				line: 1,
				column,
				says: `The column "${title}" ${what}: keep the first line of the export.`,
			},
		];
	});
}

function lineOf(own: readonly Cell[]): Line {
	const pairs = columns.map((column, index): [Column, string] => {
		const cell = own[index];
		const text = typeof cell === 'string' ? unguarded(cell) : '';
		return [column, column === 'translation' || column === 'Dutch' ? text : tidy(text, column)];
	});
	return Object.fromEntries(pairs) as Record<Column, string>;
}

function tidy(text: string, column: Column): string {
	const tidied = text.trim().replaceAll(/[^\S\n]+/g, ' ');
	return column === 'state' ? tidied.toLowerCase() : tidied;
}

function wrongCells(line: number, own: readonly Cell[]): readonly Fault[] {
	return columns.flatMap((column, index): Fault[] => {
		const cell = own[index] ?? '';
		if (typeof cell !== 'string') return [{ line, column, says: notText(cell.is) }];
		if (!writtenColumns.includes(column)) return [];
		if (isFormulaLike(cell)) return [{ line, column, says: formula(cell) }];
		const invisible = invisibleIn(unguarded(cell).replaceAll('\n', ' '));
		return invisible === null ? [] : [{ line, column, says: hidden(invisible) }];
	});
}

const notText = (is: string) =>
	`The cell holds a ${is}: make the cell of the kind Text and type the words again.`;
const formula = (cell: string) =>
	`The text begins as a formula does: begin with a letter, or write ${guarded(cell.slice(0, 1))} for ${cell.slice(0, 1)}.`;
const hidden = (character: string) =>
	`There is an invisible character (${character}): take it out, or type an ordinary space.`;
