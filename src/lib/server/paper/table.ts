import type { Run } from '#lib/languages/runs.ts';
import type { Line } from './lines.ts';

/**
 * A table on paper. Its head stands in both languages and is repeated on every page; its cells are Dutch, since
 * hundreds of lines in two languages would be a book. `widths` are shares of the page, one for each column.
 */
export interface TableBlock {
	readonly kind: 'table';
	readonly widths: readonly number[];
	readonly head: readonly Line[];
	readonly rows: readonly (readonly (readonly Run[])[])[];
}
