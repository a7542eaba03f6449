import { type Day, isDay, isLikely } from '#lib/law/day.ts';

/** Reads the days of one sheet; null for what is no day. */
export type DayReader = (text: string) => Day | null;

/**
 * Days as spreadsheets have them: `2026-10-31`, `31-10-2026`, `31/10/26` or `31.10.2026`. Programs with American settings
 * write `10/31/2026`: so it is read where only that is a day in a sheet, and `31/10/2026` is nowhere. Where both are,
 * what can be either is no day, for nobody would see that day and month have changed places.
 */
export function dayReader(texts: readonly string[]): DayReader {
	const slashed = texts.filter((text) => text.includes('/'));
	const isOnly = (read: DayReader, other: DayReader) =>
		slashed.some((text) => read(text) !== null && other(text) === null);
	if (!isOnly(monthFirst, dayFirst)) return dayFirst;
	if (isOnly(dayFirst, monthFirst)) return unmistakable;
	return (text) => (text.includes('/') ? monthFirst(text) : dayFirst(text));
}

function unmistakable(text: string): Day | null {
	const [on, other] = [dayFirst(text), text.includes('/') ? monthFirst(text) : null];
	return other === null || other === on ? on : null;
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
