import { day, dayAndMonth, minutes, time } from '#lib/languages/slots.ts';

/** Facts that stand in a page until its script writes those of this phone in their place. */
export const placeholders = {
	day: day('2026-01-01'),
	dayAndMonth: dayAndMonth('2026-01-01'),
	time: time('12:34'),
	minutes: minutes(61),
} as const;
