import { and, eq, inArray } from 'drizzle-orm';
import type { Actor, Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { refused } from '../errors.ts';
import { inCaseload } from './caseload.ts';
import { type BatchResult, confirmAll } from './decision.ts';
import { permittedRow } from './entry.ts';
import type { Flag } from './flags.ts';
import { raised } from './raised.ts';
import { byChance, type Draw } from './sample.ts';

/** The flags of one entry, for who may read it; otherwise not found. */
export async function flags(actor: Actor, entryId: string): Promise<readonly Flag[]> {
	const row = await permittedRow(actor, entryId, 'hours.read');
	return (await raised(actor.portal, [row]))(row).flags;
}

/**
 * Confirms entries that nobody opened, each on its own. One that deserves a look after all, since a flag was raised while
 * it stood ticked on a page, is refused (`flagged`) as it would be by somebody who reads the list now.
 */
export async function confirmTogether(
	actor: Staff,
	entryIds: readonly string[],
	moment: Moment,
	draw: Draw = byChance,
): Promise<BatchResult[]> {
	const { hourEntries, people } = actor.portal.store.t;
	// Of what the actor may not see nothing is told, not even whether there is something about it.
	const rows = await actor.portal.store.read
		.select({ entry: hourEntries })
		.from(hourEntries)
		.innerJoin(people, eq(people.id, hourEntries.personId))
		.where(and(inArray(hourEntries.id, [...entryIds]), inCaseload(actor)));
	const waiting = rows.map(({ entry }) => entry);
	const of = await raised(actor.portal, waiting);
	const flagged = new Set(
		waiting
			.filter((entry) => entry.state === 'received' && of(entry).flags.length > 0)
			.map(({ id }) => id),
	);
	const alike = entryIds.filter((id) => !flagged.has(id));
	const done = await confirmAll(actor, alike, moment, draw);
	const outcomes = new Map(done.map(({ entryId, outcome }) => [entryId, outcome]));
	return [...new Set(entryIds)].map((entryId) => ({
		entryId,
		outcome: outcomes.get(entryId) ?? refused({ form: 'flagged' }),
	}));
}
