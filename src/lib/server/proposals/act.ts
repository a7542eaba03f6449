import { and, desc, eq } from 'drizzle-orm';
import type { Action, Actor } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Db } from '../db/store.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { longestNote } from './content.ts';
import { append, type Happening, type ProposalRow } from './lines.ts';
import { openNote } from './note.ts';
import { permittedRow } from './proposal.ts';

/** A proposal as a page showed it: its id, and how many events it had then. */
export interface Seen {
	readonly id: string;
	readonly events: number;
}

/**
 * Lets something happen to a proposal, in one short transaction. Refused (`form`) when something else happened since
 * it was seen or when it is too late, and (`note`) for too many words; the very same thing by the same person again
 * is done already, so that a second tap on a slow phone is no problem.
 */
export async function act(
	actor: Actor,
	seen: Seen,
	action: Action,
	happening: Happening,
	moment: Moment,
): Promise<Outcome<null>> {
	await permittedRow(actor, seen.id, action);
	if (happening.note && happening.note.length > longestNote) return refused({ note: 'tooLong' });
	const { store } = actor.portal;
	const { proposals } = store.t;
	const mine = eq(proposals.id, seen.id);
	return store.write(moment.now, async (tx, log) => {
		const [row] = await tx.select().from(proposals).where(mine);
		if (!row) throw new NotFound();
		const isSeen = row.events === seen.events;
		if (isSeen && (await append(tx, log, actor, row, happening, moment))) return done(null);
		// On PostgreSQL the other transaction may have ended after this proposal was read: it is read anew.
		const [present] = await tx.select().from(proposals).where(mine);
		const isRepeat = present !== undefined && (await lastWas(tx, actor, present, happening));
		const known = isRepeat ? 'proposal.repeated' : 'proposal.tooLate';
		log({ actor: actor.id, action: known, subject: seen.id, personId: row.personId });
		return isRepeat
			? done(null)
			: refused({ form: isSeen ? 'alreadyDecided' : 'changedMeanwhile' });
	});
}

async function lastWas(
	tx: Db,
	actor: Actor,
	{ id, events }: ProposalRow,
	{ kind, reason, note }: Happening,
) {
	const { proposalEvents: t } = actor.portal.store.t;
	const [last] = await tx
		.select()
		.from(t)
		.where(and(eq(t.proposalId, id), eq(t.number, events)))
		.orderBy(desc(t.number));
	return (
		last?.kind === kind &&
		last.actor === actor.id &&
		last.reason === reason &&
		openNote(actor.portal, 'proposal_events', last.id, last.noteSealed) === (note || null)
	);
}
