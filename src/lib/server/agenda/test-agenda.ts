import { day } from '#lib/law/day.ts';
import type { Moment } from '../clock.ts';
import type { Planned } from './planning.ts';
import { instantOf } from './wall-clock.ts';

/** Lessons on Tuesday and Thursday mornings from 5 October to 11 December 2026, over the end of summer time. */
export const lessons: Planned = {
	kind: 'lesson',
	subject: null,
	on: day('2026-10-05'),
	at: '09:00',
	minutes: 180,
	rule: 'FREQ=WEEKLY;BYDAY=TU,TH',
	until: day('2026-12-12'),
	place: 'De School, lokaal 3',
	address: 'Dorpsstraat 1, Heerenveen',
	withWhom: 'Els de Boer',
	interpreter: 'none',
	interpreterLanguage: null,
	bring: ['book'],
};

/** A talk at the gemeente on Monday 12 October 2026 at half past one. */
export const talk: Planned = {
	...lessons,
	kind: 'appointment',
	on: day('2026-10-12'),
	at: '13:30',
	minutes: 45,
	rule: null,
	until: null,
	place: 'Gemeentehuis',
	interpreter: 'booked',
	interpreterLanguage: 'ti',
	bring: ['identityCard', 'letter'],
};

/** A day and a time on the clock of the Netherlands, as a moment. */
export function at(on: string, time = '12:00'): Moment {
	return { now: instantOf(day(on), time), today: day(on) };
}
