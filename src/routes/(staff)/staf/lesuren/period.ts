import * as slots from '#lib/languages/slots.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Period } from '#lib/server/course/course.ts';
import { text } from '#lib/ui/message.ts';

/** A period in Dutch: a month by its name, a day, or the first day and the last. */
export function periodText({ fromOn, lastOn, month }: Period): string {
	if (month) return text(m.lessons_month, { month: slots.month(month) }, 'nl');
	if (fromOn === lastOn) return text(m.plan_when_on, { day: slots.day(fromOn) }, 'nl');
	return text(m.lessons_period, { first: slots.day(fromOn), last: slots.day(lastOn) }, 'nl');
}
