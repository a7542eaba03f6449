import { and, eq, isNull } from 'drizzle-orm';
import type { Store } from '../db/store.ts';

/** A file that a row knows: the folder it is kept in and its id. Attachments of messages lie with the proofs; photos of a draft in `unsent`. */
export interface KnownFile {
	readonly folder: 'proofs' | 'quarantine' | 'recordings' | 'unsent';
	readonly id: string;
}

/** Every file that a row of the tenant knows; each of them must be there. */
export async function filesKnown({ t, read }: Store): Promise<readonly KnownFile[]> {
	const { id, removedAt, scan } = t.proofs;
	const proofs = await read.select({ id }).from(t.proofs).where(isNull(removedAt));
	const unscanned = and(isNull(removedAt), eq(scan, 'waiting'));
	const quarantined = await read.select({ id }).from(t.proofs).where(unscanned);
	const { attachments: a } = t;
	const attached = await read.select({ id: a.id }).from(a).where(isNull(a.removedAt));
	const attachedUnscanned = await read
		.select({ id: a.id })
		.from(a)
		.where(and(isNull(a.removedAt), eq(a.scan, 'waiting')));
	const recordings = await read.select({ id: t.recordings.id }).from(t.recordings);
	const drafts = await read.select().from(t.hourDrafts);
	const unsent = drafts.filter(({ fields }) => fields['photos'] !== undefined);
	return [
		...unsent.map(({ id }) => ({ folder: 'unsent', id }) as const),
		...[...proofs, ...attached].map(({ id }) => ({ folder: 'proofs', id }) as const),
		...[...quarantined, ...attachedUnscanned].map(
			({ id }) => ({ folder: 'quarantine', id }) as const,
		),
		...recordings.map(({ id }) => ({ folder: 'recordings', id }) as const),
	];
}
