import type { FileStore } from './proofs/files.ts';
import type { Keyring } from './crypto/keyring.ts';
import type { Store } from './db/store.ts';
import type { UploadStore } from './parcels/uploads.ts';
import type { ScannerAddress } from './scanning/scanning.ts';
import type { Tenant } from './tenants/tenants.ts';

/** One tenant, opened: what it is, its database, its files and its keys. A request holds exactly one. */
export interface Portal {
	readonly tenant: Tenant;
	readonly store: Store;
	readonly files: FileStore;
	/** Files as they were received, until the virus scanner has said something of them. */
	readonly quarantine: FileStore;
	/** Where the virus scanner listens, where the operator has one. */
	readonly scanner: ScannerAddress | null;
	/** Spoken versions of texts. */
	readonly recordings: FileStore;
	/** The ffmpeg that makes recordings fit for every phone, where the operator has one. */
	readonly ffmpegPath: string | null;
	/** Parcels of phones of which not everything has come yet. */
	readonly uploads: UploadStore;
	/** Photos that came with hours which are not whole: they wait for the draft to be sent. */
	readonly draftPhotos: FileStore;
	readonly keyring: Keyring;
}
