import { eq } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import { type Actor, permitted } from '../access/access.ts';
import { dayOf } from '../clock.ts';
import * as people from '../people/people.ts';
import { proofsKeptThrough } from './retention.ts';

/** A photo or paper that was sent with hours; `keptThroughOn` is null as long as there is no decision. */
export interface KeptProof {
	readonly entryId: string;
	readonly sentOn: Day;
	readonly isGone: boolean;
	readonly keptThroughOn: Day | null;
}

/** Every proof that somebody sent with hours, the newest first, and until when each is kept. */
export async function keptProofs(actor: Actor, personId: string): Promise<KeptProof[]> {
	const person = permitted(actor, 'hours.read', await people.find(actor, personId));
	const { tenant } = actor.portal;
	const { read, t } = actor.portal.store;
	const { hourEntries: e, proofs: p } = t;
	const { entryId, removedAt, storedAt } = p;
	const { changedAt, state } = e;
	const rows = await read
		.select({ entryId, removedAt, storedAt, changedAt, state })
		.from(p)
		.innerJoin(e, eq(e.id, p.entryId))
		.where(eq(p.personId, personId));
	return rows
		.toSorted((a, b) => b.storedAt - a.storedAt)
		.map((row) => ({
			entryId: row.entryId,
			sentOn: dayOf(row.storedAt),
			isGone: row.removedAt !== null,
			keptThroughOn: proofsKeptThrough(tenant, person.gemeentecode, row),
		}));
}
