import type { ForWhom } from '../agenda/planning.ts';
import { keptFiles } from '../imports/imports.ts';
import type { TimetableFile } from './said.ts';

/** A file that was read, until it is taken over: for whom it is, how the timetable is called, and its lines. */
export interface Kept {
	readonly forWhom: ForWhom;
	readonly name: string;
	readonly file: TimetableFile;
}

export const files = keptFiles<Kept>('timetable_files', ({ timetableFiles }) => timetableFiles);
