import { aadOf } from '#lib/server/crypto/envelope.ts';
import { openFile, sealFile } from '#lib/server/crypto/file-envelope.ts';
import type { Keyring } from '#lib/server/crypto/keyring.ts';
import type { FileStore } from '#lib/server/proofs/files.ts';

/**
 * The table whose rows the files belong to, one file a row, under the row's id; in `quarantine` the file that a row of
 * proofs was made from, in `unsent` the photos that wait for a draft of hours.
 */
export type FileTable = 'proofs' | 'quarantine' | 'recordings' | 'unsent';

/**
 * A store whose content only this tenant's portal can read: sealed before `put`, opened after `get`. A file that was
 * changed, or laid under another id, table or tenant, does not open: SealProblem.
 */
export function encryptedFiles(
	store: FileStore,
	keyring: Keyring,
	tenantId: string,
	table: FileTable = 'proofs',
): FileStore {
	const aad = (id: string) => aadOf({ tenant: tenantId, table, column: 'file', row: id });
	return {
		...store,
		put: async (id, bytes) => store.put(id, sealFile(keyring, bytes, aad(id))),
		get: async (id) => {
			const sealed = await store.get(id);
			return sealed && openFile(keyring, sealed, aad(id));
		},
	};
}
