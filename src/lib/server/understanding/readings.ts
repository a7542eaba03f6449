import { eq } from 'drizzle-orm';
import { type Actor, permitted, type Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as people from '../people/people.ts';
import type { Pip } from '../pip/pip.ts';

/**
 * Keeps that the person opened this version of the own plan, the first time only, and gives that instant. It helps
 * the talk about the plan and counts for nothing: no term begins with it.
 */
export async function read(actor: Resident, { id: pipId }: Pip, { now }: Moment): Promise<number> {
	const { id: personId } = permitted(actor, 'understanding.say', await people.own(actor));
	const known = (await firstReadings(actor, personId)).get(pipId);
	if (known !== undefined) return known;
	const { readings } = actor.portal.store.t;
	await actor.portal.store.touch((tx) =>
		tx.insert(readings).values({ pipId, personId, firstReadAt: now }).onConflictDoNothing(),
	);
	return now;
}

/** When each version was first read, by the id of the version. */
export async function firstReadings(
	actor: Actor,
	personId: string,
): Promise<ReadonlyMap<string, number>> {
	permitted(actor, 'understanding.read', await people.find(actor, personId));
	const { t, read: db } = actor.portal.store;
	const rows = await db.select().from(t.readings).where(eq(t.readings.personId, personId));
	return new Map(rows.map(({ pipId, firstReadAt }) => [pipId, firstReadAt]));
}
