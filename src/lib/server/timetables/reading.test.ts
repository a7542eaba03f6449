import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { readTimetable } from './reading.ts';
import type { TimetableFile } from './said.ts';

const reading = { kind: 'lesson', today: day('2026-09-15') } as const;

const tuesdaysAndThursdays = [
	...['10-06', '10-08', '10-13', '10-15', '10-27', '10-29', '11-03', '11-05', '11-10'],
	...['11-17', '11-19', '11-24', '12-01', '12-03', '12-08', '12-10'],
];
/** The lessons of the term, as they take place. */
const term = [
	...tuesdaysAndThursdays.map((on) => `2026-${on} 09:00 180`),
	'2026-11-13 13:00 180',
].sort();

describe('a term as another program writes it', () => {
	it.each([
		'thunderbird.ics',
		'outlook.ics',
		'icalendar.ics',
		'libreoffice.xlsx',
		'libreoffice-en.csv',
		'libreoffice-nl.csv',
		'openpyxl.xlsx',
	])('is read whole from %s', async (name) => {
		const file = await fixture(name);
		expect(file.wrong).toEqual([]);
		expect(timesOf(file)).toEqual(term);
		const off = file.lines.filter(({ said }) => said.isCancelled).map(({ said }) => said.on);
		expect(off).toEqual(['2026-11-26']);
		expect(new Set(file.lines.map(({ said }) => said.subject))).toEqual(new Set(['NT2 groep 3']));
		expect(new Set(file.lines.map(({ said }) => said.place))).toEqual(new Set(['Lokaal 2.14']));
	});
});

async function fixture(name: string): Promise<TimetableFile> {
	const bytes = await readFile(new URL(`fixtures/${name}`, import.meta.url));
	const read = await readTimetable(name, bytes, reading);
	if ('why' in read) throw new Error(read.why);
	return read.file;
}

function timesOf({ lines }: TimetableFile): string[] {
	return lines
		.filter(({ said }) => !said.isCancelled)
		.map(({ said: { at, minutes, on } }) => `${on} ${at} ${minutes}`)
		.sort();
}
