import { Temporal } from 'temporal-polyfill';
import { type Day, day } from '#lib/law/day.ts';

/** One reading of the clock: the instant in milliseconds UTC, and the calendar day it is in the Netherlands. */
export interface Moment {
	readonly now: number;
	readonly today: Day;
}

const startedAt = Date.now();
const beginOfDemo = '10:00';

/**
 * The only place that asks the time. Everything else is told it. `DEMO_TODAY` lays the demo around a day of its own:
 * then the day stands still and the instants run on from that day. They run on from the time of day that the machine
 * has; with `DEMO_BEGAN`, an instant of the machine, it is 10:00 in the Netherlands at that instant, so that what is
 * tried in the demo does not hang on when it is tried, and several processes agree on the time.
 */
export function moment(): Moment {
	const { DEMO, DEMO_TODAY, DEMO_BEGAN } = process.env;
	const now = Date.now();
	if (DEMO !== '1' || !DEMO_TODAY) return { now, today: dayOf(now) };
	const began = DEMO_BEGAN ? Date.parse(DEMO_BEGAN) : startedAt;
	const time = DEMO_BEGAN ? beginOfDemo : zoned(startedAt).toPlainTime();
	return { now: now - began + instantOf(DEMO_TODAY, time), today: day(DEMO_TODAY) };
}

/**
 * The instant that the machine itself knows, in milliseconds UTC, also in the demo: for comparing with the times of
 * files, which tell of no other day.
 */
export function machineNow(): number {
	return Date.now();
}

/** The calendar day in the Netherlands of an instant in milliseconds UTC. */
export function dayOf(instant: number): Day {
	return day(zoned(instant).toPlainDate().toString());
}

/** The time of the day in the Netherlands of an instant, as HH:MM. */
export function timeOf(instant: number): string {
	return zoned(instant).toPlainTime().toString({ smallestUnit: 'minute' });
}

function instantOf(on: string, plainTime: string | Temporal.PlainTime): number {
	const date = Temporal.PlainDate.from(on);
	return date.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime }).epochMilliseconds;
}

function zoned(instant: number) {
	return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Europe/Amsterdam');
}
