import type { FileStore } from './proofs/files.ts';
import type { Keyring } from './crypto/keyring.ts';
import type { Store } from './db/store.ts';
import type { Tenant } from './tenants/tenants.ts';

/** One tenant, opened: what it is, its database, its files and its keys. A request holds exactly one. */
export interface Portal {
	readonly tenant: Tenant;
	readonly store: Store;
	readonly files: FileStore;
	readonly keyring: Keyring;
}
