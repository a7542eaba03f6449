import { and, asc, count, eq } from 'drizzle-orm';
import { day, type Day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import * as people from '../people/people.ts';

/** A proposal that waits for a decision. */
export interface WaitingProposal {
	readonly id: string;
	readonly personId: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly activity: string;
	readonly organisation: string;
	readonly startsOn: Day;
	readonly receivedAt: number;
	/** Whether the person answered a question since. */
	readonly isAnswered: boolean;
}

const shown = 50;

/** The proposals that wait in the actor's caseload, longest waiting first, and how many there are in all. */
export async function waiting(
	actor: Staff,
): Promise<{ readonly total: number; readonly rows: readonly WaitingProposal[] }> {
	const { proposals: t, people: persons } = actor.portal.store.t;
	const { read } = actor.portal.store;
	const mine = and(eq(t.state, 'sent'), people.inCaseload(actor));
	const { givenName, familyName } = persons;
	const rows = await read
		.select({ proposal: t, givenName, familyName })
		.from(t)
		.innerJoin(persons, eq(persons.id, t.personId))
		.where(mine)
		.orderBy(asc(t.receivedAt), asc(t.id))
		.limit(shown);
	const [all] = await read
		.select({ total: count() })
		.from(t)
		.innerJoin(persons, eq(persons.id, t.personId))
		.where(mine);
	return {
		total: all?.total ?? 0,
		rows: rows.map(({ proposal, ...names }) => {
			const { id, personId, activity, organisation, receivedAt, events } = proposal;
			const startsOn = day(proposal.startsOn);
			const what = { activity, organisation, startsOn, receivedAt, isAnswered: events > 1 };
			return { id, personId, ...names, ...what };
		}),
	};
}
