import { and, eq } from 'drizzle-orm';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Db, Log } from '../db/store.ts';
import { Conflict, done, NotFound, type Outcome, refused } from '../errors.ts';
import { complete, type Content, hashOf, type PartialContent, wrong } from './content.ts';
import { findDraft } from './draft.ts';
import { open, type ProposalRow } from './lines.ts';
import { sealNote } from './note.ts';
import { findRow } from './proposal.ts';
import { mayPropose } from './standing.ts';

/**
 * Sends a draft and gives the id of the proposal. Sending it again gives the same. Refused, with the draft as it was,
 * when an answer is missing or wrong (its field), or when the draft is no longer what the person `seen` (`form`).
 * Throws `Conflict` when it was sent with other answers than were seen.
 */
export async function send(
	actor: Resident,
	draftId: string,
	moment: Moment,
	seen: string | null = null,
): Promise<Outcome<string>> {
	const draft = await findDraft(actor, draftId);
	if (!draft) {
		const row = await findRow(actor.portal, draftId);
		if (row?.personId !== actor.personId) throw new NotFound();
		if (seen !== null && seen !== row.contentHash) throw new Conflict();
		return done(draftId);
	}
	const whole = complete(draft.content, actor.portal);
	if ('missing' in whole) return refused(whole.missing);
	if (seen !== null && seen !== fingerprint(actor, draft.content)) {
		return refused({ form: 'changedMeanwhile' });
	}
	return sendAs(actor, draftId, whole.content, moment);
}

/**
 * Takes a proposal in under an id that its maker chose: the same id with the same content is the first one again,
 * with another content it throws `Conflict`. Proposal, first event and audit line are one transaction.
 */
export async function sendAs(
	actor: Resident,
	id: string,
	content: Content,
	moment: Moment,
): Promise<Outcome<string>> {
	const { portal } = actor;
	const allowed = await mayPropose(actor);
	if (!(await findRow(portal, id))) {
		if (!allowed.ok) return allowed;
		const problems = wrong(content, portal, moment.today);
		if (Object.keys(problems).length > 0) return refused(problems);
	}
	const row = await portal.store.write(moment.now, (tx, log) =>
		insertOrFind(tx, log, actor, { id, content }, moment.now),
	);
	return done(row.id);
}

/** What tells whether a draft is still what the person saw; null as long as it is not whole. */
export function fingerprint({ portal, personId }: Resident, content: PartialContent) {
	const whole = complete(content, portal);
	return 'missing' in whole ? null : hashOf(portal, personId, whole.content);
}

async function insertOrFind(
	tx: Db,
	log: Log,
	actor: Resident,
	{ id, content }: { readonly id: string; readonly content: Content },
	now: number,
): Promise<ProposalRow> {
	const { portal, personId } = actor;
	const { t } = portal.store;
	const contentHash = hashOf(portal, personId, content);
	const { note, ...rest } = content;
	const noteSealed = sealNote(portal, 'proposals', id, note);
	const stamped = { state: 'sent', events: 1, receivedAt: now, changedAt: now } as const;
	const [inserted] = await tx
		.insert(t.proposals)
		.values({ ...rest, ...stamped, id, personId, contentHash, noteSealed })
		.onConflictDoNothing({ target: t.proposals.id })
		.returning();
	const draft = and(eq(t.proposalDrafts.id, id), eq(t.proposalDrafts.personId, personId));
	await tx.delete(t.proposalDrafts).where(draft);
	if (inserted) {
		await open(tx, t, inserted, actor);
		log({ actor: actor.id, action: 'proposal.sent', subject: id, personId });
		return inserted;
	}
	const [known] = await tx.select().from(t.proposals).where(eq(t.proposals.id, id));
	if (known?.personId !== personId) throw new NotFound();
	if (known.contentHash !== contentHash) throw new Conflict();
	log({ actor: actor.id, action: 'proposal.sentAgain', subject: id, personId });
	return known;
}
