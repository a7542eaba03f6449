import { addDays, addMonths, type Day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import type { Person } from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import * as progress from '../progress/progress.ts';
import { morningOf } from './seed.ts';

/** Actions that are over three months after a plan, where it has them. */
const soonDone: readonly string[] = ['digid', 'diploma', 'workTalk'];

/** What the klantmanager said after the first talk about a plan: the first goal is on its way, one action is done. */
export async function sayProgress(manager: Staff, person: Person, plannedOn: Day, today: Day) {
	const on = addDays(addMonths(plannedOn, 3), 2);
	const current = await pip.current(manager, person.id);
	const [goal] = current ? pip.goalsOf(current.content) : [];
	if (on >= today || !current || !goal) return;
	const action = current.content.agreements.find(
		(each) => each.goal !== undefined && !pip.isOwnWords(each) && soonDone.includes(each.sentence),
	);
	const moment = { now: morningOf(on), today: on };
	const part = (partId: string) => ({ personId: person.id, partId, seen: 0 });
	await progress.sayState(manager, part(goal.id), 'begun', moment);
	if (action) await progress.sayState(manager, part(action.id), 'done', moment);
}
