import { addYears, type Day, isBefore } from '#lib/law/day.ts';
import * as agenda from '../../agenda/agenda.ts';
import { type LineProblem, longest, plainText, type Reading, type Said } from '../said.ts';
import type { DayReader, WrittenLine as Written } from '../../spreadsheets/spreadsheets.ts';
import type { Column } from './columns.ts';
import { offWritten, timeWritten } from './written.ts';

export type WrittenLine = Written<Column>;

/** What a line is called: by its number, or else by its day and time; null when neither can be read. */
export function keyOf({ cells }: WrittenLine, dayWritten: DayReader): string | null {
	if (cells.number !== '') return `nr ${cells.number}`;
	const [on, at] = [dayWritten(cells.on), timeWritten(cells.begin)];
	return on && at ? `${on} ${at}` : null;
}

/** What a line says, or every cell of it that cannot be read. */
export function saidIn(
	written: WrittenLine,
	{ kind, today }: Reading,
	dayWritten: DayReader,
): { readonly said: Said } | { readonly wrong: readonly LineProblem[] } {
	const { cells, unread } = written;
	const wrong: LineProblem[] = unread.map((column) => ({ column, why: 'formula' }));
	const cell = <T>(column: Column, read: (text: string) => T | null, why: LineProblem['why']) => {
		if (unread.includes(column)) return null;
		const value = cells[column] === '' ? null : read(cells[column]);
		if (value === null) wrong.push({ column, why: cells[column] === '' ? 'missing' : why });
		return value;
	};
	const on = cell('on', dayWritten, 'notADay');
	const at = cell('begin', timeWritten, 'notATime');
	const hasEnd = cells.end !== '' || unread.includes('end') || cells.minutes === '';
	const end = hasEnd ? cell('end', timeWritten, 'notATime') : null;
	const given = hasEnd ? null : cell('minutes', wholeWritten, 'notAWholeNumber');
	const isCancelled = unread.includes('off') ? null : offWritten(cells.off);
	if (isCancelled === null && !unread.includes('off'))
		wrong.push({ column: 'off', why: 'notAChoice' });
	const minutes = end && on && at ? minutesBetween(on, at, end) : given;
	if (minutes !== null) wrong.push(...wrongLength(minutes, hasEnd ? 'end' : 'minutes'));
	if (on && !isBefore(on, addYears(today, 3))) wrong.push({ column: 'on', why: 'agendaTooFar' });
	if (!on || !at || minutes === null || isCancelled === null || wrong.length > 0) return { wrong };
	return {
		said: {
			kind,
			on,
			at,
			minutes,
			isCancelled,
			subject: plainText(cells.subject, longest.subject),
			place: plainText(cells.place, longest.place),
			address: plainText(cells.address, longest.place),
			withWhom: plainText(cells.withWhom, longest.place),
		},
	};
}

function wholeWritten(text: string): number | null {
	return /^\d{1,4}$/.test(text) ? Number(text) : null;
}

function minutesBetween(on: Day, at: string, end: string): number {
	return Math.round((agenda.instantOf(on, end) - agenda.instantOf(on, at)) / 60_000);
}

function wrongLength(minutes: number, column: Column): LineProblem[] {
	if (minutes <= 0) return [{ column, why: 'endBeforeBegin' }];
	if (minutes < 5) return [{ column, why: 'tooFew' }];
	return minutes > 24 * 60 ? [{ column, why: 'tooMany' }] : [];
}
