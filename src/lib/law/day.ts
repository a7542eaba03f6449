import { Temporal } from 'temporal-polyfill';

declare const dayBrand: unique symbol;

/**
 * A calendar day in the Netherlands, 'YYYY-MM-DD'. Not an instant: it has no time and no zone.
 * Days compare correctly as text; `compareDays` says so by name.
 */
export type Day = string & { readonly [dayBrand]: 'Day' };

/** Monday 1 to Sunday 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Thrown by `day` for text that names no calendar day. */
export class InvalidDay extends RangeError {
	override readonly name = 'InvalidDay';
}

/** Makes a Day of text. Throws `InvalidDay` when the text is not an existing 'YYYY-MM-DD'. */
export function day(text: string): Day {
	if (!isDay(text)) throw new InvalidDay(`Not a calendar day (YYYY-MM-DD): ${text}`);
	return text;
}

/** Whether the text is an existing calendar day, written 'YYYY-MM-DD'. */
export function isDay(text: unknown): text is Day {
	if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	try {
		return Temporal.PlainDate.from(text).toString() === text;
	} catch {
		return false;
	}
}

/**
 * Whether somebody can mean this day: not centuries ago or ahead, which is a slip of the hand, and at the ends of the
 * calendar has no day before or after it.
 */
export function isLikely(on: Day): boolean {
	return on >= '1900-01-01' && on < '2200-01-01';
}

/** The day `n` days later (earlier when negative). */
export function addDays(from: Day, n: number): Day {
	return written(plain(from).add({ days: n }));
}

/** The day `n` weeks later: the same day of the week. */
export function addWeeks(from: Day, n: number): Day {
	return written(plain(from).add({ weeks: n }));
}

/** The same date `n` months later; the last day of that month where the date does not exist. */
export function addMonths(from: Day, n: number): Day {
	return written(plain(from).add({ months: n }));
}

/** The same date `n` years later; 28 February where 29 February does not exist. */
export function addYears(from: Day, n: number): Day {
	return written(plain(from).add({ years: n }));
}

export function dayBefore(later: Day): Day {
	return addDays(later, -1);
}

export function dayAfter(earlier: Day): Day {
	return addDays(earlier, 1);
}

/** Negative when `a` comes first, zero when equal, positive when `b` comes first. */
export function compareDays(a: Day, b: Day): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

export function isBefore(a: Day, b: Day): boolean {
	return a < b;
}

export function isOnOrAfter(a: Day, b: Day): boolean {
	return a >= b;
}

export function earlierOf(a: Day, b: Day): Day {
	return a < b ? a : b;
}

export function laterOf(a: Day, b: Day): Day {
	return a < b ? b : a;
}

/** Whole days from `from` to `until`; 1 for two days that follow each other. */
export function daysBetween(from: Day, until: Day): number {
	return plain(from).until(plain(until), { largestUnit: 'day' }).days;
}

export function weekday(on: Day): Weekday {
	return plain(on).dayOfWeek as Weekday;
}

/** The calendar year of a day. */
export function yearOf(on: Day): number {
	return plain(on).year;
}

function plain(text: Day): Temporal.PlainDate {
	return Temporal.PlainDate.from(text);
}

function written(date: Temporal.PlainDate): Day {
	return day(date.toString());
}
