import { day } from '#lib/law/day.ts';
import type { FileFacts } from './school-file.ts';

/** What somebody says of a school's file in a test. */
export const facts: FileFacts = {
	school: 'Taalschool De Brug',
	source: 'attendanceList',
	sourceText: 'Lijst november',
	sourceOn: day('2026-11-20'),
};

/** The first line of such a file. */
export const titles =
	'Kenmerk;Achternaam;Geboortedatum;Onderdeel;Van;Tot en met;Aanwezig;Met verlof;Zonder verlof';
