import { type Day, isDay, isLikely } from '#lib/law/day.ts';

/** Reads the days of one sheet; null for what is no day. */
export type DayReader = (text: string) => Day | null;

/**
 * Days as spreadsheets have them: `2026-10-31`, `31-10-2026`, `31/10/26` or `31.10.2026`. Programs with American settings
 * write `10/31/2026`: so it is read where the days of a sheet can be read in no other way.
 */
export function dayReader(texts: readonly string[]): DayReader {
	const slashed = texts.filter((text) => text.includes('/'));
	const count = (read: DayReader) => slashed.filter((text) => read(text) !== null).length;
	const isMonthFirst = count(monthFirst) === slashed.length && count(dayFirst) < slashed.length;
	return isMonthFirst
		? (text) => (text.includes('/') ? monthFirst(text) : dayFirst(text))
		: dayFirst;
}

function dayFirst(text: string): Day | null {
	const [, on, month, year] = parts.exec(text.replace(weekday, '')) ?? [];
	return dayOf(year && on && month ? [year, month, on] : [text]);
}

function monthFirst(text: string): Day | null {
	const [, month, on, year] = parts.exec(text) ?? [];
	return year && on && month ? dayOf([year, month, on]) : null;
}

const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/;
const weekday = /^[a-z]{2,9}\.?,?\s+(?=\d)/i;

function dayOf([first, ...rest]: readonly string[]): Day | null {
	const year = first?.length === 2 ? `20${first}` : first;
	const iso = [year, ...rest.map((part) => part.padStart(2, '0'))].join('-');
	return isDay(iso) && isLikely(iso) ? iso : null;
}

/** A time of the day as `9:00`, `09.00`, `9u00`, `09:00:00`, `9:00 uur` or `9:00 AM`, as HH:MM; null for anything else. */
export function timeWritten(text: string): string | null {
	const parts = /^(\d{1,2})[:.u](\d{2})(?::00)?(?:\s*(uur|u|[ap]\.?m\.?))?$/i.exec(text);
	if (!parts) return null;
	const [, hours, minutes, after = ''] = parts;
	const half = after.toLowerCase().replaceAll('.', '');
	const isTwelve = half === 'am' || half === 'pm';
	if (isTwelve && (Number(hours) < 1 || Number(hours) > 12)) return null;
	const hour = isTwelve ? (Number(hours) % 12) + (half === 'pm' ? 12 : 0) : Number(hours);
	if (hour > 23 || Number(minutes) > 59) return null;
	return `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** Whether something does not happen, as a school writes it; null for what is neither yes nor no. */
export function offWritten(text: string): boolean | null {
	const plain = text.toLowerCase();
	if (['', 'nee', 'n', 'gaat door', 'bevestigd'].includes(plain)) return false;
	const yes = ['ja', 'j', 'x', 'vervalt', 'vervallen', 'gaat niet door', 'geannuleerd', 'afgezegd'];
	return yes.includes(plain) ? true : null;
}
