import { and, asc, eq, lte } from 'drizzle-orm';
import { type Day, day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as people from '../people/people.ts';
import * as sending from '../sending/sending.ts';

/** A talk whose day has come: the plan waits to be published. */
export interface TalkHeld {
	readonly personId: string;
	readonly revision: number;
	readonly givenName: string;
	readonly familyName: string;
	readonly heldOn: Day;
	/** The draft is no longer the one that was talked about: it has to be looked at before it is published. */
	readonly isDraftChanged: boolean;
	readonly way: sending.Way;
}

const shownRows = 50;

/** The talks of the caseload whose day has come, the longest ago first. */
export async function talksHeld(actor: Staff, { today }: Moment): Promise<readonly TalkHeld[]> {
	const { people: persons, pipDrafts, plannedTalks } = actor.portal.store.t;
	const { read } = actor.portal.store;
	const { givenName, familyName } = persons;
	const { personId, heldOn, revision } = plannedTalks;
	const found = await read
		.select({ personId, givenName, familyName, heldOn, revision, now: pipDrafts.revision })
		.from(plannedTalks)
		.innerJoin(persons, eq(persons.id, personId))
		.leftJoin(pipDrafts, eq(pipDrafts.personId, personId))
		.where(and(lte(heldOn, today), people.inCaseload(actor)))
		.orderBy(asc(heldOn), asc(personId))
		.limit(shownRows);
	const ways = await sending.waysOf(
		actor,
		found.map((row) => row.personId),
	);
	return found.map(({ now, ...row }) => ({
		...row,
		heldOn: day(row.heldOn),
		isDraftChanged: now !== row.revision,
		way: ways.get(row.personId) ?? 'paper',
	}));
}
