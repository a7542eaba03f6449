import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder, writeDurably } from '../crypto/durable-file.ts';
import { isEmptyPostgres, restorePostgres } from '../db/postgres-snapshot.ts';
import { type Manifest, poolName, readManifest } from './manifest.ts';
import { BackupProblem, type DatabasePlace, filesOf, type Place } from './place.ts';
import { openDatabase, verify } from './verify.ts';

/**
 * Lays a backup where the tenant's data belong, after it passed `verify`. Only where there are none: whoever restores
 * moves the old data away first, since they may hold what the backup lacks. Throws BackupProblem otherwise.
 */
export async function restore(place: Place, name: string): Promise<void> {
	const manifest = await readManifest(place, name);
	await expectNothing(place, manifest);
	const { problems } = await verify(place, name);
	if (problems.length > 0) {
		throw new BackupProblem(`The backup ${name} is not whole: ${problems[0] ?? ''}.`);
	}
	// Files first, as everywhere: a row must never be without its file.
	for (const file of manifest.files) {
		const bytes = await readFile(join(filesOf(place), poolName(file)));
		await writeDurably(join(place.folder, file.folder, file.id), bytes, 'replace');
	}
	await layDatabase(place, name, manifest, place.database);
}

async function expectNothing({ database, tenantId }: Place, { engine }: Manifest) {
	if (database.engine !== engine) {
		throw new BackupProblem(
			`This is a backup of ${engine}, and ${tenantId} is on ${database.engine}.`,
		);
	}
	const isFree =
		database.engine === 'sqlite' ? !existsSync(database.path) : await isEmptyPostgres(database.url);
	if (!isFree) {
		throw new BackupProblem(`${tenantId} has data: move its database away first, then restore.`);
	}
}

async function layDatabase(place: Place, name: string, manifest: Manifest, to: DatabasePlace) {
	const plain = join(place.folder, `.restore.${randomBytes(6).toString('hex')}.tmp`);
	await mkdir(dirname(plain), { recursive: true, mode: 0o700 });
	try {
		await openDatabase(place, name, manifest, plain);
		if (to.engine === 'postgres') await restorePostgres(to.url, plain);
		else {
			await rename(plain, to.path);
			await syncFolder(dirname(to.path));
		}
	} finally {
		await unlink(plain).catch(() => undefined);
	}
}
