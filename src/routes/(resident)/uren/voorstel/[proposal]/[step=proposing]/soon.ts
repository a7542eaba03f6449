import { addDays, type Day, weekday } from '#lib/law/day.ts';

/** Today, tomorrow and the next Mondays: most of what one begins, begins with a week. */
export function soon(today: Day): Day[] {
	const toMonday = 8 - weekday(today);
	const mondays = [0, 7, 14, 21].map((days) => addDays(today, toMonday + days));
	return [...new Set([today, addDays(today, 1), ...mondays])];
}
