import { Temporal } from 'temporal-polyfill';
import { type Day, day } from '#lib/law/day.ts';

const zone = 'Europe/Amsterdam';

/**
 * The instant in milliseconds UTC at which the clocks of the Netherlands show this day and time (HH:MM). A time that
 * the clock skips in spring is the one an hour later; of a time that comes twice in autumn it is the first.
 */
export function instantOf(on: Day, at: string): number {
	return Temporal.PlainDateTime.from(`${on}T${at}`).toZonedDateTime(zone).epochMilliseconds;
}

/** Whether the text is a time of the day as HH:MM. */
export function isTime(text: string): boolean {
	return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** What the clocks of the Netherlands show at an instant in milliseconds UTC. */
export function wallOf(instant: number): { readonly on: Day; readonly at: string } {
	const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
	return {
		on: day(zoned.toPlainDate().toString()),
		at: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
	};
}
