import { type Kind, written } from '../spreadsheets/spreadsheets.ts';
import { columns, titles } from './sheet/columns.ts';

/** An empty timetable for a school to fill in: the titles alone. */
export function template(kind: Kind): Promise<Buffer> {
	return written(kind, {
		name: 'Rooster',
		isRightToLeft: false,
		columns: columns.map(() => ({ width: 18, isForReading: false, isRightToLeft: false })),
		lines: [columns.map((column) => titles[column][0])],
	});
}
