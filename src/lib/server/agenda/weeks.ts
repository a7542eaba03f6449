import {
	addDays,
	addWeeks,
	type Day,
	day,
	daysBetween,
	isDay,
	isLikely,
	weekday,
	yearOf,
} from '#lib/law/day.ts';
import type { Window } from './recurrence.ts';

/** A week of ISO 8601: Monday to Sunday, with the number of the year that its Thursday is in. */
export interface Week extends Window {
	/** YYYY-Www, as it stands in an address. */
	readonly id: string;
	readonly number: number;
}

/** The Monday of the week of a day. */
export function mondayOf(on: Day): Day {
	return addDays(on, 1 - weekday(on));
}

/** The week that a day is in. */
export function weekOf(on: Day): Week {
	const from = mondayOf(on);
	const year = yearOf(addDays(from, 3));
	const number = 1 + weeksBetween(firstMonday(year), from);
	const id = `${year}-W${String(number).padStart(2, '0')}`;
	return { id, number, from, until: addWeeks(from, 1) };
}

/** Reads YYYY-Www; null for what is no week of a year that somebody can mean. */
export function readWeek(text: string): Week | null {
	const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(text) ?? [];
	if (!year || !number || !isDay(`${year}-01-04`) || !isLikely(day(`${year}-01-04`))) return null;
	const week = weekOf(addWeeks(firstMonday(Number(year)), Number(number) - 1));
	return week.id === text ? week : null;
}

/** Week 1 is the week with 4 January in it. */
function firstMonday(year: number): Day {
	return mondayOf(day(`${year}-01-04`));
}

function weeksBetween(from: Day, to: Day): number {
	return daysBetween(from, to) / 7;
}
