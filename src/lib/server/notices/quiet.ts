import { Temporal } from 'temporal-polyfill';

/** Hours in which nothing comes, 'HH:MM' in the Netherlands; `from` may lie after `until`, and then it is over midnight. */
export interface QuietHours {
	readonly from: string;
	readonly until: string;
}

/** What holds as long as a person has chosen nothing. */
export const usualQuiet: QuietHours = { from: '21:00', until: '08:00' };

/**
 * The first instant from `at` on that lies in no quiet hours: `at` itself, or the end of the quiet hours it lies in.
 * Reckoned on the clock on the wall, so that 08:00 is 08:00 also in the night that has 23 or 25 hours.
 */
export function afterQuiet(at: number, quiet: QuietHours | null): number {
	if (quiet === null || quiet.from === quiet.until) return at;
	const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Amsterdam');
	const time = here.toPlainTime().toString({ smallestUnit: 'minute' });
	const { from, until } = quiet;
	const isOverMidnight = from > until;
	const isQuiet = isOverMidnight ? time >= from || time < until : time >= from && time < until;
	if (!isQuiet) return at;
	const on =
		isOverMidnight && time >= from ? here.toPlainDate().add({ days: 1 }) : here.toPlainDate();
	const end = on.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: until });
	// A time that comes twice in the night of 25 hours ends the quiet at its first coming, which may be over already.
	return Math.max(at, end.epochMilliseconds);
}
