import { coursePlaceOf } from '#lib/law/course-hours.ts';
import { type Day, dayAfter, daysBetween, isBefore } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import type { ProblemKey, Problems } from '../errors.ts';
import type { LineRow } from './lines.ts';

/** What a line says, besides of whom it is and who wrote it. `until` is exclusive. */
export type Statement = Pick<
	LineRow,
	| 'attendedMinutes'
	| 'excusedMinutes'
	| 'kind'
	| 'school'
	| 'source'
	| 'sourceText'
	| 'unexcusedMinutes'
> & { readonly fromOn: Day; readonly until: Day; readonly sourceOn: Day };

export const longestSchool = 120;
export const longestSourceText = 200;

/** A period is a day, a month, a term at school; a year and more is a slip of the hand. */
const longestPeriodDays = 366;

/** Lessons of longer than this a day do not exist. */
const longestDayMinutes = 12 * 60;

/** Everything that is wrong with a statement, by the name of its field. `today` is the day it is written down. */
export function wrong(statement: Statement, facts: Facts, today: Day): Problems {
	if (facts.stelsel === 'wi2013') return { form: 'wi2013' };
	const found: Readonly<Record<string, ProblemKey | null>> = {
		kind: wrongKind(statement, facts),
		fromOn: wrongPlace(statement, facts, today),
		lastOn: wrongPeriod(statement, today),
		attended: wrongMinutes(statement),
		sourceOn: isBefore(today, statement.sourceOn) ? 'future' : null,
	};
	return Object.fromEntries(
		Object.entries(found).filter((pair): pair is [string, ProblemKey] => pair[1] !== null),
	);
}

/** Whether two lines can tell of the same lessons: the same kind at the same school on at least one same day. */
export function tellsOfSame(a: SchoolTime, b: SchoolTime): boolean {
	const isSameCourse = a.kind === b.kind && isSameSchool(a.school, b.school);
	return isSameCourse && a.fromOn < b.until && b.fromOn < a.until;
}

/** Whether two texts name one school, as people type it twice. */
export function isSameSchool(a: string, b: string): boolean {
	return plain(a) === plain(b);
}

type SchoolTime = Pick<LineRow, 'fromOn' | 'kind' | 'school' | 'until'>;

/** Whether two lines say the same of the same period, whatever their source. */
export function saysSame(a: Told, b: Told): boolean {
	return tellsOfSame(a, b) && isSamePeriod(a, b) && minutesOf(a) === minutesOf(b);
}

type Told = SchoolTime & Pick<LineRow, 'attendedMinutes' | 'excusedMinutes' | 'unexcusedMinutes'>;

export function isSamePeriod(a: SchoolTime, b: SchoolTime): boolean {
	return a.fromOn === b.fromOn && a.until === b.until;
}

function minutesOf({ attendedMinutes, excusedMinutes, unexcusedMinutes }: Told): string {
	return JSON.stringify([attendedMinutes, excusedMinutes, unexcusedMinutes]);
}

function plain(school: string): string {
	return school.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

function wrongKind({ kind }: Statement, facts: Facts): ProblemKey | null {
	const { firstDagtekeningOn, leerroute } = facts;
	if (kind === 'deficientieVak' && leerroute !== 'O') return 'deficientieVakOnlyO';
	return kind === 'eerderOnderwijs' && firstDagtekeningOn === undefined ? 'noPlan' : null;
}

function wrongPlace(statement: Statement, facts: Facts, today: Day): ProblemKey | null {
	const { attendedMinutes: minutes, fromOn: from, kind, until } = statement;
	if (!isBefore(from, until) || facts.firstDagtekeningOn === undefined) return null;
	const place = coursePlaceOf({ kind, from, until, minutes, recordedOn: today }, facts);
	if (place === 'across') return 'acrossPlan';
	return kind === 'eerderOnderwijs' && place === 'none' ? 'notEarlierSchool' : null;
}

function wrongPeriod({ fromOn, until }: Statement, today: Day): ProblemKey | null {
	if (!isBefore(fromOn, until)) return 'lastBeforeFirst';
	if (isBefore(dayAfter(today), until)) return 'future';
	return daysBetween(fromOn, until) > longestPeriodDays ? 'periodTooLong' : null;
}

function wrongMinutes(statement: Statement): ProblemKey | null {
	const { attendedMinutes, excusedMinutes, fromOn, unexcusedMinutes, until } = statement;
	const all = [attendedMinutes, excusedMinutes ?? 0, unexcusedMinutes ?? 0];
	if (all.some((minutes) => !Number.isSafeInteger(minutes) || minutes < 0)) return 'notHours';
	if (!isBefore(fromOn, until)) return null;
	const most = daysBetween(fromOn, until) * longestDayMinutes;
	return all.reduce((sum, minutes) => sum + minutes) > most ? 'moreThanPeriod' : null;
}
