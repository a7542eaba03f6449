/** Reading the written forms of days, months and times. No zone: a calendar day has none. */

export type CalendarDay = {
	year: number;
	/** 1–12 */
	month: number;
	day: number;
	/** 0 is Monday, 6 is Sunday (ISO 8601 minus one). */
	weekday: number;
};

/** Reads 'YYYY-MM-DD'. Throws a RangeError for anything that is not a day of the Gregorian calendar. */
export function readDay(written: string): CalendarDay {
	const [, years, months, days] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written) ?? [];
	const [year, month, day] = [Number(years), Number(months), Number(days)];
	const date = new Date(Date.UTC(year, month - 1, day));
	const exists =
		date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	if (!exists) throw new RangeError(`Not a day: "${written}"`);
	return { year, month, day, weekday: (date.getUTCDay() + 6) % 7 };
}

/** Reads 'YYYY-MM'. Throws a RangeError for anything else. */
export function readMonth(written: string): { year: number; month: number } {
	if (!/^\d{4}-\d{2}$/.test(written)) throw new RangeError(`Not a month: "${written}"`);
	const { year, month } = readDay(`${written}-01`);
	return { year, month };
}

/** Reads 'HH:MM' from 00:00 to 23:59. Throws a RangeError for anything else. */
export function readTime(written: string): { hour: string; minute: string } {
	const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(written) ?? [];
	if (hour === undefined || minute === undefined) throw new RangeError(`Not a time: "${written}"`);
	return { hour, minute };
}
