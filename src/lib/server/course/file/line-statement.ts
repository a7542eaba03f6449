import { type Day, dayAfter } from '#lib/law/day.ts';
import type { ProblemKey } from '../../errors.ts';
import type { Statement } from '../statement.ts';
import { dayWritten, kindWritten, minutesWritten } from '../written.ts';
import type { Column } from './columns.ts';
import type { WrittenLine } from './reading.ts';

/** What holds of a whole file: which school sent what kind of list, called what, from which day. */
export type FileFacts = Pick<Statement, 'school' | 'source' | 'sourceText' | 'sourceOn'>;

/** Why a cell cannot be taken. */
export interface WrongCell {
	readonly column: Column;
	readonly why: ProblemKey | 'formula';
}

/** What a line says, or every cell of it that cannot be read. */
export function statementIn(
	{ cells, unread }: WrittenLine,
	file: FileFacts,
): { readonly statement: Statement } | { readonly wrong: readonly WrongCell[] } {
	const wrong: WrongCell[] = unread.map((column) => ({ column, why: 'formula' }));
	const cell = <T>(column: Column, read: (text: string) => T | null, why: ProblemKey): T | null => {
		if (unread.includes(column)) return null;
		const value = cells[column] === '' ? null : read(cells[column]);
		if (value === null) wrong.push({ column, why: cells[column] === '' ? 'missing' : why });
		return value;
	};
	const optional = (column: Column) =>
		cells[column] === '' ? null : cell(column, minutesWritten, 'notHours');
	const kind = cell('kind', kindWritten, 'notAChoice');
	const fromOn = cell('fromOn', dayWritten, 'notADay');
	const lastOn: Day | null = cells.lastOn === '' ? fromOn : cell('lastOn', dayWritten, 'notADay');
	const attendedMinutes = cell('attended', minutesWritten, 'notHours');
	const missed = {
		excusedMinutes: optional('excused'),
		unexcusedMinutes: optional('unexcused'),
	};
	const isRead = kind !== null && fromOn !== null && lastOn !== null && attendedMinutes !== null;
	if (!isRead || wrong.length > 0) return { wrong };
	const until = dayAfter(lastOn);
	return { statement: { ...file, ...missed, kind, fromOn, until, attendedMinutes } };
}
