import { and, eq, isNull } from 'drizzle-orm';
import type { Store } from '../db/store.ts';

/** A file that a row knows: the folder it is kept in, which is also called as the table, and its id. */
export interface KnownFile {
	readonly folder: 'proofs' | 'quarantine' | 'recordings';
	readonly id: string;
}

/** Every file that a row of the tenant knows; each of them must be there. */
export async function filesKnown({ t, read }: Store): Promise<readonly KnownFile[]> {
	const { id, removedAt, scan } = t.proofs;
	const proofs = await read.select({ id }).from(t.proofs).where(isNull(removedAt));
	const unscanned = and(isNull(removedAt), eq(scan, 'waiting'));
	const quarantined = await read.select({ id }).from(t.proofs).where(unscanned);
	const recordings = await read.select({ id: t.recordings.id }).from(t.recordings);
	return [
		...proofs.map(({ id }) => ({ folder: 'proofs', id }) as const),
		...quarantined.map(({ id }) => ({ folder: 'quarantine', id }) as const),
		...recordings.map(({ id }) => ({ folder: 'recordings', id }) as const),
	];
}
