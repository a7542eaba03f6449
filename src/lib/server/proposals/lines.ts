import { and, eq } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import type { Actor } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db, Log } from '../db/store.ts';
import { newId } from '../id.ts';
import * as notices from '../notices/notices.ts';
import { sealNote } from './note.ts';
import type { Reason } from './reasons.ts';
import { next, type ProposalEventKind } from './states.ts';

export type ProposalRow = Schema['proposals']['$inferSelect'];
export type EventRow = Schema['proposalEvents']['$inferSelect'];

/** What happens to a proposal, with own words where somebody has them. */
export interface Happening {
	readonly kind: Exclude<ProposalEventKind, 'sent'>;
	readonly reason: Reason | null;
	readonly note: string | null;
}

/** The first line of a proposal's history. */
export async function open(tx: Db, { proposalEvents }: Schema, row: ProposalRow, actor: Actor) {
	const { id: proposalId, personId, receivedAt: at } = row;
	const line = { proposalId, personId, number: 1, kind: 'sent', actor: actor.id, at } as const;
	await tx.insert(proposalEvents).values({ ...line, id: newId() });
}

/**
 * Adds a line and moves the proposal on, only if it still stands as it was read: of two who decide at once one gets
 * false, as does who comes when the table of states does not allow it.
 */
export async function append(
	tx: Db,
	log: Log,
	actor: Actor,
	row: ProposalRow,
	{ kind, reason, note }: Happening,
	{ now, today }: Moment,
): Promise<boolean> {
	const state = next(row.state, kind);
	if (state === null) return false;
	const { proposals: t, proposalEvents } = actor.portal.store.t;
	const number = row.events + 1;
	const endedOn: Day | null = kind === 'ended' ? today : null;
	const moved = await tx
		.update(t)
		.set({ state, events: number, endedOn, changedAt: now })
		.where(and(eq(t.id, row.id), eq(t.events, row.events)))
		.returning({ id: t.id });
	if (moved.length === 0) return false;
	const { id: proposalId, personId } = row;
	const id = newId();
	const noteSealed = sealNote(actor.portal, 'proposal_events', id, note);
	const line = { id, proposalId, personId, number, kind, reason, noteSealed };
	await tx.insert(proposalEvents).values({ ...line, actor: actor.id, at: now });
	const action = `proposal.${kind}`;
	log({ actor: actor.id, action, subject: proposalId, personId, detail: { reason } });
	if (actor.kind === 'staff') {
		await notices.add(tx, actor.portal.store.t, {
			personId,
			fact: `proposal ${proposalId} ${number}`,
			kind: kind === 'asked' ? 'proposalAsked' : 'proposalDecided',
			subject: proposalId,
			at: now,
			expiresAt: now + notices.usualLife,
		});
	}
	return true;
}
