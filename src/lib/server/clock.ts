import { Temporal } from 'temporal-polyfill';
import { type Day, day } from '#lib/law/day.ts';

/** One reading of the clock: the instant in milliseconds UTC, and the calendar day it is in the Netherlands. */
export interface Moment {
	readonly now: number;
	readonly today: Day;
}

const startedAt = Date.now();

/**
 * The only place that asks the time. Everything else is told it. `DEMO_TODAY` lays the demo around a day of its own:
 * then the day stands still and the instants run on from that day.
 */
export function moment(): Moment {
	const demoToday = process.env['DEMO'] === '1' ? process.env['DEMO_TODAY'] : undefined;
	const now = Date.now();
	if (!demoToday) return { now, today: dayOf(now) };
	return { now: now + offsetTo(demoToday), today: day(demoToday) };
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

function offsetTo(demoToday: string): number {
	const started = zoned(startedAt);
	const there = Temporal.PlainDate.from(demoToday).toZonedDateTime({
		timeZone: 'Europe/Amsterdam',
		plainTime: started.toPlainTime(),
	});
	return there.epochMilliseconds - startedAt;
}

function zoned(instant: number) {
	return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Europe/Amsterdam');
}
