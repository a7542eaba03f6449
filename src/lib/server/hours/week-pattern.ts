import { and, eq, inArray, notInArray } from 'drizzle-orm';
import { addDays, type Day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import type { PartialContent } from './content.ts';
import { gone } from './states.ts';

/**
 * Which of these days are likely: the person did the same at the same place exactly a week before, and has not sent the
 * day itself yet.
 */
export async function asLastWeek(
	actor: Resident,
	{ activity, organisation }: PartialContent,
	days: readonly Day[],
): Promise<Day[]> {
	if (activity === undefined || organisation === undefined || days.length === 0) return [];
	const { hourEntries: t } = actor.portal.store.t;
	const before = days.map((on) => addDays(on, -7));
	const rows = await actor.portal.store.read
		.selectDistinct({ doneOn: t.doneOn })
		.from(t)
		.where(
			and(
				eq(t.personId, actor.personId),
				eq(t.activity, activity),
				eq(t.organisation, organisation),
				inArray(t.doneOn, [...days, ...before]),
				notInArray(t.state, [...gone]),
			),
		);
	const done = new Set(rows.map(({ doneOn }) => doneOn));
	return days.filter((on) => done.has(addDays(on, -7)) && !done.has(on));
}
