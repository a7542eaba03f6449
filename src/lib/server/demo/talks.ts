import { addDays, type Day, day, daysBetween } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import type { Person } from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import { planTalk } from './plans.ts';

/** In each caseload the first who wait for a plan: the talk has been, is today, or is in three days. */
const talksInDays = [-1, 0, 3] as const;

/** Plans the talk about somebody's first plan, as long as there is one to plan in the caseload. */
export async function talkFirst(
	planned: Map<string, number>,
	manager: Staff,
	person: Person,
	today: Day,
) {
	const nth = planned.get(manager.id) ?? 0;
	const inDays = talksInDays[nth];
	const isDue = pip.awaited(pip.factsOf(person, { first: null, current: null }), today);
	if (inDays === undefined || isDue.state !== 'due' || person.notifiedOn === null) return;
	if (daysBetween(day(person.notifiedOn), today) < 7) return;
	planned.set(manager.id, nth + 1);
	const [on, heldOn] = [addDays(today, -6), addDays(today, inDays)];
	await planTalk(manager, person, { leerroute: 'B', on, heldOn });
}
