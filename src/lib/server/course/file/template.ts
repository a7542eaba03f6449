import { type Kind, written } from '../../spreadsheets/spreadsheets.ts';
import { columns, titles } from './columns.ts';

/** An empty file for a school to fill in: the titles alone, so that nobody's data leaves the portal with it. */
export function template(kind: Kind): Promise<Buffer> {
	return written(kind, {
		name: 'Lesuren',
		isRightToLeft: false,
		columns: columns.map((column) => ({
			width: column === 'kenmerk' ? 26 : 18,
			isForReading: false,
			isRightToLeft: false,
		})),
		lines: [columns.map((column) => titles[column][0])],
	});
}
