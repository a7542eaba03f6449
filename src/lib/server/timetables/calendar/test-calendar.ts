import { day } from '#lib/law/day.ts';
import type { ReadFile } from '../said.ts';
import { readCalendar } from './reading.ts';

/** Read as lessons, on a day before the term. */
export const reading = { kind: 'lesson', today: day('2026-09-15') } as const;

function read(...lines: readonly string[]): ReadFile {
	return readText(lines.join('\r\n'));
}

/** What is read of a text. */
export function readText(text: string): ReadFile {
	return readCalendar(Buffer.from(text), reading);
}

/** What is read of a calendar with these lines. */
export function calendar(...lines: readonly string[]): ReadFile {
	return read('BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', '');
}

/** An event of three hours from nine on Tuesday 6 October; a line given replaces the one with that name. */
export function event(...differing: readonly string[]): string[] {
	const nameOf = (line: string) => /^[A-Z-]+/.exec(line)?.[0];
	const usual = [
		'UID:a',
		'DTSTART;TZID=Europe/Amsterdam:20261006T090000',
		'DTEND;TZID=Europe/Amsterdam:20261006T120000',
	];
	const kept = usual.filter((line) => !differing.some((one) => nameOf(one) === nameOf(line)));
	return [
		'BEGIN:VEVENT',
		...kept,
		...differing.filter((line) => !line.endsWith(':')),
		'END:VEVENT',
	];
}

/** What was read, a line for each time, and then why the others were not. */
export function times(file: ReadFile): string[] {
	if ('why' in file) return [file.why];
	const { lines, wrong } = file.file;
	const read = lines.map(
		({ said: { at, isCancelled, minutes, on } }) =>
			`${on} ${at} ${minutes}${isCancelled ? ' off' : ''}`,
	);
	return [...read, ...wrong.flatMap(({ problems }) => problems.map(({ why }) => why))];
}
