import type { Store } from '../db/store.ts';

/** A file that a row knows: the folder it is kept in, which is also called as the table, and its id. */
export interface KnownFile {
	readonly folder: 'proofs' | 'recordings';
	readonly id: string;
}

/** Every file that a row of the tenant knows; each of them must be there. */
export async function filesKnown({ t, read }: Store): Promise<readonly KnownFile[]> {
	const proofs = await read.select({ id: t.proofs.id }).from(t.proofs);
	const recordings = await read.select({ id: t.recordings.id }).from(t.recordings);
	return [
		...proofs.map(({ id }) => ({ folder: 'proofs', id }) as const),
		...recordings.map(({ id }) => ({ folder: 'recordings', id }) as const),
	];
}
