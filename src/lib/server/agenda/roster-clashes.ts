import { inArray, or } from 'drizzle-orm';
import { addDays } from '#lib/law/day.ts';
import type { Portal } from '../portal.ts';
import { answerKey, lastAnswers } from './answers.ts';
import type { Occurrence } from './occurrences.ts';
import { belongs, membershipsOfMany, occurrencesWhere } from './rows.ts';

/**
 * What else several people have at the time of one occurrence, by the id of the person, with the same number of queries
 * for thirty as for one. Nothing that is off, and nothing to which the person said not to come. The caller has checked
 * the access to each of them.
 */
export async function clashesOf(
	portal: Portal,
	personIds: readonly string[],
	{ endsAt, key, on, startsAt }: Occurrence,
): Promise<ReadonlyMap<string, readonly Occurrence[]>> {
	if (personIds.length === 0) return new Map();
	const { read, t } = portal.store;
	const { agendaItems: i } = t;
	const memberships = await membershipsOfMany(t, read, personIds);
	const cohorts = [...new Set(memberships.map(({ cohortId }) => cohortId))];
	const whose = or(inArray(i.personId, [...personIds]), inArray(i.cohortId, cohorts));
	// Nothing lasts longer than a day, so what is still going on began the day before at the earliest.
	const window = { from: addDays(on, -1), until: addDays(on, 2) };
	const then = (await occurrencesWhere(t, read, whose, window)).filter(
		(one) => one.key !== key && !one.isCancelled && one.startsAt < endsAt && startsAt < one.endsAt,
	);
	const answers = await lastAnswers(portal, personIds, then);
	const pairs = personIds.map((personId) => {
		const own = memberships.filter((one) => one.personId === personId);
		const has = (one: Occurrence) =>
			one.personId === personId ||
			own.some((mine) => mine.cohortId === one.cohortId && belongs(mine, one.on));
		const saidNo = (one: Occurrence) => {
			const said = answers.get(answerKey(personId, one));
			return said?.isComing === false && said.answeredFor === `${one.on}T${one.at}`;
		};
		return [personId, then.filter((one) => has(one) && !saidNo(one))] as const;
	});
	return new Map(pairs.filter(([, found]) => found.length > 0));
}
