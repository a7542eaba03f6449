import { type Kind, written } from '../../spreadsheets/spreadsheets.ts';
import { columns, titles } from './columns.ts';

/** An empty file to fill in: the titles alone. */
export function template(kind: Kind): Promise<Buffer> {
	return written(kind, {
		name: 'Mensen',
		isRightToLeft: false,
		columns: columns.map(() => ({ width: 20, isForReading: false, isRightToLeft: false })),
		lines: [columns.map((column) => titles[column][0])],
	});
}
