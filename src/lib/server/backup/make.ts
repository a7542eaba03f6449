import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Temporal } from 'temporal-polyfill';
import { syncFolder } from '../crypto/durable-file.ts';
import { sealStream } from '../crypto/stream-envelope.ts';
import * as auditChain from '../db/audit-chain.ts';
import { snapshotPostgres } from '../db/postgres-snapshot.ts';
import type { RowCounts } from '../db/snapshot.ts';
import { snapshotSqlite } from '../db/sqlite-snapshot.ts';
import type { Store } from '../db/store.ts';
import { newest } from './backups.ts';
import { absent, copyFiles, namesIn } from './files.ts';
import { filesKnown, type KnownFile } from './files-known.ts';
import { type Manifest, readManifest, writeManifest } from './manifest.ts';
import {
	aadOf,
	BackupProblem,
	type DatabasePlace,
	filesOf,
	folderOf,
	type Place,
} from './place.ts';

/**
 * Backs one tenant up while it is in use: a snapshot of the database as of one moment, sealed, and every file. The
 * backup gets its name, `2026-11-23T10-15-00Z`, when it is whole and on the disk. Throws BackupProblem when a file
 * that a row knows is gone: that is an alarm.
 */
export async function make(place: Place, store: Store, now: number): Promise<string> {
	const name = Temporal.Instant.fromEpochMilliseconds(now)
		.toString({ smallestUnit: 'second' })
		.replaceAll(':', '-');
	const working = folderOf(place, `.${name}.${randomBytes(6).toString('hex')}.tmp`);
	await clearBroken(place, now);
	await mkdir(working, { recursive: true, mode: 0o700 });
	await mkdir(filesOf(place), { recursive: true, mode: 0o700 });
	try {
		const audit = await auditChain.head(store.read, store.t);
		const known = await filesKnown(store);
		const database = await sealDatabase(place, name, working);
		const files = [...(await copyFiles(place, await filesBefore(place)))];
		await expectFiles(store, known, files);
		const { engine } = place.database;
		const manifest: Manifest = { format: 1, engine, madeAt: now, audit, files, ...database };
		await writeManifest(place, name, working, manifest);
		await rename(working, folderOf(place, name));
		await syncFolder(folderOf(place, ''));
		return name;
	} catch (problem) {
		await rm(working, { recursive: true, force: true });
		throw problem;
	}
}

/** Takes away what a backup that was killed left behind: it holds a plain copy of the database. */
async function clearBroken(place: Place, now: number) {
	const hour = 3_600_000;
	for (const folder of [place.folder, folderOf(place, '')]) {
		for (const name of (await namesIn(folder)).filter((each) => unfinished.test(each))) {
			const path = join(folder, name);
			const { mtimeMs = now } = (await stat(path).catch(absent)) ?? {};
			if (mtimeMs < now - hour) await rm(path, { recursive: true, force: true });
		}
	}
}

const unfinished = /^\..+\.[0-9a-f]{12}\.tmp$/;

/** The plain snapshot stands for a moment beside the database itself, where its content is anyway. */
async function sealDatabase(place: Place, name: string, working: string) {
	const plain = join(place.folder, `.snapshot.${randomBytes(6).toString('hex')}.tmp`);
	try {
		const rows = await snapshot(place.database, plain);
		const databaseSha256 = await sha256Of(plain);
		const sealed = join(working, 'database.sealed');
		await sealStream(place.keyring, plain, sealed, aadOf(place, name, 'database'));
		return { rows, databaseSha256 };
	} finally {
		await unlink(plain).catch(() => undefined);
	}
}

function snapshot(database: DatabasePlace, into: string): Promise<RowCounts> {
	if (database.engine === 'sqlite') return snapshotSqlite(database.path, into);
	return snapshotPostgres(database.url, into);
}

/** SHA-256 of a file of any size, in hexadecimal digits. */
export async function sha256Of(path: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(path), hash);
	return hash.digest('hex');
}

async function filesBefore(place: Place): Promise<Manifest['files']> {
	const last = await newest(place);
	if (last === null) return [];
	// A backup before that cannot be read is no reason to have none now.
	return readManifest(place, last).then(
		({ files }) => files,
		() => [],
	);
}

/** Throws when a file that a row knew before, and still knows now, was not there to be copied. */
async function expectFiles(
	store: Store,
	before: readonly KnownFile[],
	files: readonly { readonly folder: string; readonly id: string }[],
) {
	// By folder too: what a proof was made from lies in quarantine under the same id.
	const path = ({ folder, id }: (typeof files)[0]) => `${folder}/${id}`;
	const copied = new Set(files.map(path));
	const notCopied = new Set(before.map(path).filter((each) => !copied.has(each)));
	if (notCopied.size === 0) return;
	const lost = (await filesKnown(store)).find((file) => notCopied.has(path(file)));
	if (lost) throw new BackupProblem(`The file ${lost.folder}/${lost.id} is gone.`);
}
