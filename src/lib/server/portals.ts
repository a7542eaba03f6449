import { join } from 'node:path';
import * as keyring from './crypto/keyring.ts';
import { openPostgres } from './db/postgres-store.ts';
import { openSqlite } from './db/sqlite-store.ts';
import type { Store } from './db/store.ts';
import type { DatabasePlace } from './backup/backup.ts';
import { diskUploads } from './parcels/uploads.ts';
import type { Portal } from './portal.ts';
import { encryptedFiles } from './proofs/encrypted-files.ts';
import { diskFiles } from './proofs/files.ts';
import { scannerAddress } from './scanning/scanning.ts';
import type { Settings } from './settings.ts';
import { all, type Tenant } from './tenants/tenants.ts';

/** Host name → portal. */
export type Portals = ReadonlyMap<string, Portal>;

/** Opens every tenant: keys, database (migrated), files. Throws one clear sentence when one cannot be opened. */
export async function openAll(settings: Settings): Promise<Portals> {
	const keys = keyring.open(settings.KEYS_DIR ?? join(settings.DATA_DIR, 'keys'));
	const portals = new Map<string, Portal>();
	try {
		for (const tenant of all()) {
			const portal = await openOne(settings, keys, tenant);
			for (const host of tenant.hosts) portals.set(host, portal);
		}
		return portals;
	} catch (problem) {
		await closeAll(portals);
		throw problem;
	}
}

/** Closes every portal once. */
export async function closeAll(portals: Portals) {
	await Promise.all([...new Set(portals.values())].map((portal) => portal.store.close()));
}

/** Opens one tenant. */
export async function openOne(
	settings: Settings,
	keys: keyring.Keyring,
	tenant: Tenant,
): Promise<Portal> {
	const store = await openStore(settings, tenant);
	const folderOf = (name: string) => join(settings.DATA_DIR, tenant.id, name);
	return {
		tenant,
		store,
		keyring: keys,
		files: encryptedFiles(diskFiles(folderOf('proofs')), keys, tenant.id),
		quarantine: encryptedFiles(diskFiles(folderOf('quarantine')), keys, tenant.id, 'quarantine'),
		scanner: settings.CLAMAV_SOCKET ? scannerAddress(settings.CLAMAV_SOCKET) : null,
		recordings: encryptedFiles(diskFiles(folderOf('recordings')), keys, tenant.id, 'recordings'),
		ffmpegPath: settings.FFMPEG_PATH ?? null,
		uploads: diskUploads(folderOf('parcels')),
		draftPhotos: encryptedFiles(diskFiles(folderOf('unsent')), keys, tenant.id, 'unsent'),
	};
}

/** Where the database of a tenant is. */
export function databaseOf(settings: Settings, { id }: Tenant): DatabasePlace {
	if (!settings.DATABASE_URL) {
		return { engine: 'sqlite', path: join(settings.DATA_DIR, id, 'portal.db') };
	}
	const url = new URL(settings.DATABASE_URL);
	url.pathname = `/meedoen_${id.replaceAll('-', '_')}`;
	return { engine: 'postgres', url: url.href };
}

async function openStore(settings: Settings, tenant: Tenant): Promise<Store> {
	const database = databaseOf(settings, tenant);
	return database.engine === 'sqlite' ? openSqlite(database.path) : openPostgres(database.url);
}
