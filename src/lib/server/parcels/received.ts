import { and, eq } from 'drizzle-orm';
import type { Resident } from '../access/access.ts';
import type { Db } from '../db/store.ts';
import type { ParcelOutcome, ParcelReason } from './outcome.ts';

/** The receipt of a person's own entry as it stands in this transaction; null where it does not. */
export async function entryIn(
	tx: Db,
	{ personId, portal }: Resident,
	id: string,
	withoutPhotos: boolean,
): Promise<ParcelOutcome | null> {
	const { hourEntries: t } = portal.store.t;
	const [row] = await tx
		.select({ receipt: t.receiptNumber })
		.from(t)
		.where(and(eq(t.id, id), eq(t.personId, personId)));
	if (!row) return null;
	const reason = withoutPhotos ? 'photos' : null;
	return { outcome: 'received', receipt: row.receipt, at: `/uren/${id}`, reason, withoutPhotos };
}

/** That a person's own draft stands in this transaction, and why it is one; null where it does not. */
export async function draftIn(
	tx: Db,
	{ personId, portal }: Resident,
	id: string,
	reason: ParcelReason,
): Promise<ParcelOutcome | null> {
	const { hourDrafts: t } = portal.store.t;
	const [row] = await tx
		.select({ id: t.id })
		.from(t)
		.where(and(eq(t.id, id), eq(t.personId, personId)));
	if (!row) return null;
	const page = `/uren/nieuw/${id}`;
	return { outcome: 'draft', receipt: null, at: page, reason, withoutPhotos: false };
}
