import { addDays } from '#lib/law/day.ts';
import type { Moment } from '../clock.ts';
import * as notices from '../notices/notices.ts';
import type { Portal } from '../portal.ts';
import { expected } from './expected.ts';
import type { Occurrence } from './occurrences.ts';
import { instantOf } from './wall-clock.ts';

const hourLong = 60 * 60_000;

/** From this time on people are told what there is tomorrow. */
const eveningBefore = '18:00';

/**
 * Puts the reminders that are due by now in the outbox: from six in the evening for what there is the next day, and from
 * an hour before for what begins then. However often it is asked, each is said once; what moved is said anew, and
 * nothing to who said that they cannot come. What waits still and holds no more is let go.
 */
export async function remind(portal: Portal, { now, today }: Moment): Promise<void> {
	const tomorrow = addDays(today, 1);
	const near = await expected(portal, { from: today, until: addDays(tomorrow, 1) });
	const isEvening = now >= instantOf(today, eveningBefore);
	const due = near.flatMap(({ personId, occurrence }): notices.NewNotice[] => {
		const { at, itemId, on, startsAt } = occurrence;
		const slots = { day: on, time: at };
		const about = { personId, subject: itemId, slots, at: now, expiresAt: startsAt };
		const fact = factOf(personId, occurrence);
		const isNear = startsAt > now && startsAt - now <= hourLong;
		return [
			...(isEvening && on === tomorrow
				? [{ ...about, fact: `reminder.day ${fact}`, kind: 'reminderDay' as const }]
				: []),
			...(isNear
				? [{ ...about, fact: `reminder.hour ${fact}`, kind: 'reminderHour' as const }]
				: []),
		];
	});
	await notices.addNew(portal, due, now);
	const facts = near.map(({ occurrence, personId }) => factOf(personId, occurrence));
	const said = new Set(facts.flatMap((fact) => [`reminder.day ${fact}`, `reminder.hour ${fact}`]));
	await notices.letGo(portal, ['reminderDay', 'reminderHour'], said, now);
}

function factOf(personId: string, { key, startsAt }: Occurrence): string {
	return `${personId} ${key} ${startsAt}`;
}
