import { addMonths, type Day, dayBefore } from '#lib/law/day.ts';

/** The month ('YYYY-MM') that two days are the first and the last day of; null for any other period. */
export function wholeMonth(firstOn: Day, lastOn: Day): string | null {
	if (!firstOn.endsWith('-01')) return null;
	return lastOn === dayBefore(addMonths(firstOn, 1)) ? firstOn.slice(0, 7) : null;
}
