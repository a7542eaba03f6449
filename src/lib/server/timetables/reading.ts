import * as spreadsheets from '../spreadsheets/spreadsheets.ts';
import { readCalendar } from './calendar/reading.ts';
import type { ReadFile, Reading } from './said.ts';
import { readSheet } from './sheet/reading.ts';

/** Reads a file by its kind, which its name tells: iCalendar, CSV or XLSX. */
export async function readTimetable(
	name: string,
	bytes: Buffer,
	reading: Reading,
): Promise<ReadFile> {
	if (/\.(?:ics|ical)$/i.test(name)) return readCalendar(bytes, reading);
	const kind = spreadsheets.kindOf(name);
	return kind ? readSheet(kind, bytes, reading) : { why: 'timetableKind' };
}
