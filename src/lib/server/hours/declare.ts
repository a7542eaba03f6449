import { and, eq } from 'drizzle-orm';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Db, Log } from '../db/store.ts';
import { Conflict, done, NotFound, type Outcome, refused } from '../errors.ts';
import * as proposals from '../proposals/proposals.ts';
import * as proofs from '../proofs/proofs.ts';
import { type Check, checks, type CheckKind } from './checks.ts';
import { complete, type Content, hashOf, type PartialContent, wrong } from './content.ts';
import { findDraft } from './draft.ts';
import { findRow } from './entry.ts';
import { isOfAnother } from './kept-draft.ts';
import * as ledger from './ledger.ts';
import { madeAtOf } from './made-at.ts';
import { sealNote } from './note.ts';
import { newReceipt } from '../receipt.ts';
import { addPhotosTo, takesPhotos } from './reply.ts';
import { firstPlanDay, standingOf } from './standing.ts';

/** What somebody gets for a declaration: it is kept, and this is its number. */
export interface Receipt {
	readonly id: string;
	readonly receiptNumber: string;
	readonly receivedAt: number;
}

/** What the page showed when it was sent. */
export interface Seen {
	/** `fingerprint` of the answers on it. */
	readonly fingerprint: string | null;
	/** The questions that it asked about them. */
	readonly checks: readonly CheckKind[];
	/** When it was sent by the clock of the device, in milliseconds UTC; for people to see, for no rule. */
	readonly madeAt?: number | null;
}

/**
 * Sends a draft. Sending it again gives the same receipt. Refused, with the draft as it was, when an answer is
 * missing or wrong (its field), when a photo cannot be taken (`photo`), or when the draft is no longer what the
 * person saw (`form`). Throws `Conflict` when it was sent with other answers than were seen.
 */
export async function declare(
	actor: Resident,
	draftId: string,
	photos: readonly Blob[],
	moment: Moment,
	seen: Seen | null = null,
): Promise<Outcome<Receipt>> {
	const draft = await findDraft(actor, draftId);
	if (!draft) return sentBefore(actor, draftId, photos, moment, seen);
	const whole = complete(draft.content, actor.portal);
	if ('missing' in whole) return refused(whole.missing);
	if (seen !== null && seen.fingerprint !== fingerprint(actor, draft.content)) {
		return refused({ form: 'changedMeanwhile' });
	}
	return declareAs(actor, draftId, whole.content, photos, moment, seen ?? undefined);
}

/**
 * Takes a declaration in under an id that its maker chose: the same id with the same content gives the receipt of
 * the first, with another content throws `Conflict`. The files of photos are on the disk before the rows are
 * written; entry, first line of the ledger, photos and audit line are one transaction. Of what the person says to have
 * been asked (`checks`), what still holds is kept with the entry.
 */
export async function declareAs(
	actor: Resident,
	id: string,
	content: Content,
	photos: readonly Blob[],
	moment: Moment,
	{ checks: asked, madeAt }: Omit<Seen, 'fingerprint'> = { checks: [] },
): Promise<Outcome<Receipt>> {
	const { portal, personId } = actor;
	const standing = await standingOf(actor, personId, 'hours.declare');
	if (!(await findRow(portal, id))) {
		const allowed = firstPlanDay(standing);
		if (!allowed.ok) return allowed;
		const found = wrong(content, { portal, today: moment.today, firstPlanOn: allowed.value });
		if (Object.keys(found).length > 0) return refused(found);
	}
	const held = await checks(actor, content, moment);
	const confirmed = held.filter(({ kind }) => asked.includes(kind));
	const declaration = { id, content, confirmed, madeAt: madeAtOf(madeAt, moment.now) };
	const stored = await proofs.store(portal, photos);
	if (!stored.ok) return stored;
	const { row, kept } = await portal.store.write(moment.now, async (tx, log) => {
		const row = await insertOrFind(tx, log, actor, declaration, moment.now);
		const { kept } = takesPhotos(row)
			? await proofs.attach(tx, log, portal.store.t, row, stored.value, moment.now)
			: { kept: [] };
		return { row, kept };
	});
	await proofs.discardOthers(portal, stored.value, kept);
	// The draft is gone, and with it what waited for it.
	await portal.draftPhotos.remove(id);
	return done({ id, receiptNumber: row.receiptNumber, receivedAt: row.receivedAt });
}

/** What tells whether a draft is still what the person saw; null as long as it is not whole. */
export function fingerprint(actor: Resident, content: PartialContent): string | null {
	const whole = complete(content, actor.portal);
	return 'missing' in whole ? null : hashOf(actor.portal, actor.personId, whole.content);
}

async function sentBefore(
	actor: Resident,
	id: string,
	photos: readonly Blob[],
	moment: Moment,
	seen: Seen | null,
): Promise<Outcome<Receipt>> {
	const row = await findRow(actor.portal, id);
	if (row?.personId !== actor.personId) throw new NotFound();
	if (seen !== null && seen.fingerprint !== row.contentHash) throw new Conflict();
	if (photos.length > 0 && takesPhotos(row)) {
		const added = await addPhotosTo(actor, row, photos, moment);
		if (!added.ok) return added;
	}
	return done({ id, receiptNumber: row.receiptNumber, receivedAt: row.receivedAt });
}

interface Declaration {
	readonly id: string;
	readonly content: Content;
	readonly confirmed: readonly Check[];
	readonly madeAt: number | null;
}

async function insertOrFind(
	tx: Db,
	log: Log,
	actor: Resident,
	{ id, content, confirmed, madeAt }: Declaration,
	now: number,
): Promise<ledger.EntryRow> {
	const { portal, personId } = actor;
	const { t } = portal.store;
	// Else it could never be sent, and its photos would go with this entry's.
	if (await isOfAnother(actor, id, tx)) throw new NotFound();
	const contentHash = hashOf(portal, personId, content);
	const { minutes: declaredMinutes, note, ...rest } = content;
	const [inserted] = await tx
		.insert(t.hourEntries)
		.values({
			...rest,
			id,
			personId,
			contentHash,
			declaredMinutes,
			receiptNumber: newReceipt(),
			noteSealed: sealNote(portal, 'hour_entries', id, note),
			checks: confirmed.length > 0 ? [...confirmed] : null,
			proposalId: await proposals.approvedFor(tx, portal, personId, content),
			state: 'received',
			confirmedMinutes: 0,
			madeAt,
			receivedAt: now,
			changedAt: now,
		})
		.onConflictDoNothing({ target: t.hourEntries.id })
		.returning();
	const draft = and(eq(t.hourDrafts.id, id), eq(t.hourDrafts.personId, personId));
	await tx.delete(t.hourDrafts).where(draft);
	if (inserted) {
		await ledger.open(tx, t, inserted, actor);
		log({ actor: actor.id, action: 'hours.declared', subject: id, personId });
		return inserted;
	}
	const [known] = await tx.select().from(t.hourEntries).where(eq(t.hourEntries.id, id));
	if (known?.personId !== personId) throw new NotFound();
	if (known.contentHash !== contentHash) throw new Conflict();
	log({ actor: actor.id, action: 'hours.declaredAgain', subject: id, personId });
	return known;
}
