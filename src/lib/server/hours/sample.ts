import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { policyFor } from '../tenants/tenants.ts';
import type { Alongside } from './act.ts';

/** Whether one more is drawn, when this many of a hundred are. */
export type Draw = (percent: number) => boolean;

/** By chance that nobody can foresee. */
export const byChance: Draw = (percent) => randomInt(100) < percent;

/** Where a gemeente did not choose a share: one in twenty. */
const defaultPercent = 5;

/**
 * Draws what is confirmed together for a second person, at the moment of the decision and in its transaction. Who
 * decides is not told, and so cannot choose again.
 */
export function drawnAlongside({ portal, id }: Staff, moment: Moment, draw: Draw): Alongside {
	const { hourSamples, people } = portal.store.t;
	return async (tx, log, { id: entryId, personId }, eventId) => {
		const [person] = await tx
			.select({ gemeentecode: people.gemeentecode })
			.from(people)
			.where(eq(people.id, personId));
		const policy = person ? policyFor(portal.tenant, person.gemeentecode) : {};
		const percent = policy.sampleChecksPercent ?? defaultPercent;
		if (!draw(percent)) return;
		const row = { eventId, entryId, personId, decidedBy: id, drawnAt: moment.now };
		await tx.insert(hourSamples).values(row);
		log({ actor: id, action: 'hours.sampled', subject: entryId, personId, detail: { percent } });
	};
}
