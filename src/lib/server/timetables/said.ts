import type { Day } from '#lib/law/day.ts';
import type { AgendaKind } from '../agenda/kinds.ts';
import type { ProblemKey } from '../errors.ts';
import * as spreadsheets from '../spreadsheets/spreadsheets.ts';
import type { Column } from './sheet/columns.ts';

/** What a timetable says of one time that something happens; day and time on the clock of the Netherlands. */
export interface Said {
	readonly kind: AgendaKind;
	readonly subject: string | null;
	readonly on: Day;
	/** HH:MM. */
	readonly at: string;
	readonly minutes: number;
	readonly place: string | null;
	readonly address: string | null;
	readonly withWhom: string | null;
	readonly isCancelled: boolean;
}

/** A line of a file: where it stands, what it is called in the file, and what it says. */
export interface Line {
	/** The number of the line as a program shows it; of an event the one where it begins. */
	readonly line: number;
	/** Of an event its UID: what lines have in common that come and go together. */
	readonly group: string;
	/** What stays the same when the file comes again with another day or time. */
	readonly key: string;
	readonly said: Said;
}

/** Why a line, or an event of a calendar, is left out. */
export type LineWhy =
	| ProblemKey
	| 'formula'
	| 'doubleInFile'
	| 'allDay'
	| 'noBegin'
	| 'noEnd'
	| 'unknownZone'
	| 'ruleUnread'
	| 'fromThenOn'
	| 'eventDamaged';

/** A problem of a line; `column` is null where it is the line as a whole. */
export interface LineProblem {
	readonly column: Column | null;
	readonly why: LineWhy;
	/** The other line of the file that is called the same. */
	readonly otherLine?: number;
}

export interface WrongLine {
	readonly line: number;
	/** What the file calls it, for who looks for it there. */
	readonly name: string;
	/** As that of `Line`, where it could be read. */
	readonly group: string | null;
	readonly problems: readonly LineProblem[];
}

/** What a file says, line by line. */
export interface TimetableFile {
	readonly lines: readonly Line[];
	readonly wrong: readonly WrongLine[];
	/** How many lines are over already; nothing happens to them. */
	readonly past: number;
	/** The titles of columns that are not read. */
	readonly unreadTitles: readonly string[];
}

/** A file that was read, or why it cannot be taken at all. */
export type ReadFile = { readonly file: TimetableFile } | { readonly why: ProblemKey };

/** What holds for a whole file: what it is about, and the day on which it is read. */
export interface Reading {
	readonly kind: AgendaKind;
	readonly today: Day;
}

/** A school year of five lessons a week for ten groups; more is a mistake. */
export const mostLines = 3000;

export const longest = { subject: 120, place: 120, name: 60 } as const;

/** Text of a file as it may be shown; null when nothing is left. */
export function plainText(text: string, most: number): string | null {
	return spreadsheets.plainText(text, most) || null;
}
