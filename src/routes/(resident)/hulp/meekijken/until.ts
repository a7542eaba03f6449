import { dayOf, timeOf } from '#lib/server/clock.ts';

/** An instant as people say it: a day and a time on the clocks of the Netherlands. */
export function untilOf(instant: number) {
	return { on: dayOf(instant), at: timeOf(instant) };
}
