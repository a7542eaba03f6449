import { desc, eq } from 'drizzle-orm';
import type { Actor } from '../access/access.ts';
import type { Schema } from '../db/schema.ts';
import * as people from './people.ts';

/**
 * Why DUO's groep of somebody became another one. Rights of asylum stay when the purpose of stay changes, until the
 * person renounces them (DUO events SS124, SS125).
 */
export const groepReasons = [
	'indDecision',
	'correction',
	'renouncedAsylumRights',
	'other',
] as const satisfies readonly string[];
export type GroepReason = (typeof groepReasons)[number];

/** One change of the groep, from the day on which it counts. Only ever added. */
export type GroepChange = Schema['groepChanges']['$inferSelect'];

/** Every change of somebody's groep, the newest first. */
export async function groepHistory(actor: Actor, personId: string): Promise<GroepChange[]> {
	const { id } = await people.find(actor, personId);
	const { groepChanges } = actor.portal.store.t;
	return actor.portal.store.read
		.select()
		.from(groepChanges)
		.where(eq(groepChanges.personId, id))
		.orderBy(desc(groepChanges.changedAt), desc(groepChanges.changedOn));
}
