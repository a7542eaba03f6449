import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as envelope from '../crypto/envelope.ts';
import { openFile } from '../crypto/file-envelope.ts';
import { openStream } from '../crypto/stream-envelope.ts';
import * as auditChain from '../db/audit-chain.ts';
import { restorePostgres, withScratchDatabase } from '../db/postgres-snapshot.ts';
import { openPostgres } from '../db/postgres-store.ts';
import type { RowCounts } from '../db/snapshot.ts';
import { inspectSqlite } from '../db/sqlite-snapshot.ts';
import { openSqlite } from '../db/sqlite-store.ts';
import type { Store } from '../db/store.ts';
import { absent } from './files.ts';
import { filesKnown } from './files-known.ts';
import { sha256Of } from './make.ts';
import { type Manifest, poolName, readManifest } from './manifest.ts';
import { aadOf, BackupProblem, filesOf, folderOf, type Place } from './place.ts';

/** What restoring a backup on trial showed; whole when there is no problem. */
export interface Verdict {
	readonly problems: readonly string[];
	readonly rows: number;
	readonly files: number;
	/** How many sealed values and files were opened on trial. */
	readonly opened: number;
}

const sampleSize = 100;

/**
 * Restores a backup on trial, beside everything in use, and looks whether all of it is there: pages, references, row
 * counts, audit chain, the hash of every file, and whether a sample opens with these keys. Leaves nothing behind.
 */
export async function verify(place: Place, name: string): Promise<Verdict> {
	const manifest = await readManifest(place, name);
	const trial = await mkdtemp(join(tmpdir(), 'meedoen-restore-'));
	try {
		const snapshot = join(trial, 'snapshot');
		await openDatabase(place, name, manifest, snapshot);
		const problems: string[] = [];
		const opened = await onTrial(place, manifest, snapshot, problems);
		const openedFiles = await lookAtFiles(place, manifest, problems);
		const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
		return { problems, rows, files: manifest.files.length, opened: opened + openedFiles };
	} finally {
		await rm(trial, { recursive: true, force: true });
	}
}

/** Lays the plain database of a backup into a new file. Throws BackupProblem when it is not what was backed up. */
export async function openDatabase(place: Place, name: string, manifest: Manifest, into: string) {
	const sealed = join(folderOf(place, name), 'database.sealed');
	try {
		await openStream(place.keyring, sealed, into, aadOf(place, name, 'database'));
	} catch {
		throw new BackupProblem(`The database in the backup ${name} does not open with these keys.`);
	}
	if ((await sha256Of(into)) !== manifest.databaseSha256) {
		throw new BackupProblem(
			`The database in the backup ${name} is not the one that was backed up.`,
		);
	}
}

async function onTrial(
	place: Place,
	manifest: Manifest,
	snapshot: string,
	problems: string[],
): Promise<number> {
	if (manifest.engine === 'sqlite') {
		const { isWhole, brokenReferences, rows } = await inspectSqlite(snapshot);
		if (!isWhole) problems.push('pages of the database are damaged');
		if (brokenReferences > 0) problems.push(`${brokenReferences} references lead nowhere`);
		compareRows(manifest.rows, rows, problems);
		return lookInside(place, manifest, openSqlite(snapshot), problems);
	}
	const { database } = place;
	if (database.engine !== 'postgres') {
		throw new BackupProblem('This is a backup of PostgreSQL: set DATABASE_URL.');
	}
	const scratch = `meedoen_trial_${randomBytes(6).toString('hex')}`;
	return withScratchDatabase(database.url, scratch, async (url) => {
		compareRows(manifest.rows, await restorePostgres(url, snapshot), problems);
		return lookInside(place, manifest, await openPostgres(url), problems);
	});
}

function compareRows(expected: RowCounts, found: RowCounts, problems: string[]) {
	for (const [table, count] of Object.entries(expected)) {
		if (found[table] === count) continue;
		problems.push(`${table} has ${found[table] ?? 'no'} rows, there were ${count}`);
	}
}

/** Opening the store brings a backup of an earlier version to the present schema, as a real restore does. */
async function lookInside(place: Place, manifest: Manifest, store: Store, problems: string[]) {
	const { read, t } = store;
	try {
		const broken = await auditChain.firstBreak(read, t);
		if (broken !== null) problems.push(`the audit chain is broken at line ${broken}`);
		if (manifest.audit !== null && !(await auditChain.holds(read, t, manifest.audit))) {
			problems.push(`the audit chain lacks line ${manifest.audit.number}`);
		}
		const there = new Set(manifest.files.map(({ folder, id }) => `${folder}/${id}`));
		const known = await filesKnown(store);
		const without = known.filter(({ folder, id }) => !there.has(`${folder}/${id}`)).length;
		if (without > 0) problems.push(`${without} rows have no file`);
		const { id, bsnSealed } = t.people;
		const people = await read.select({ id, bsnSealed }).from(t.people).limit(sampleSize);
		for (const person of people) openBsn(place, person, problems);
		return people.length;
	} finally {
		await store.close();
	}
}

function openBsn(place: Place, person: { id: string; bsnSealed: string }, problems: string[]) {
	const { keyring, tenantId: tenant } = place;
	const aad = envelope.aadOf({ tenant, table: 'people', column: 'bsn', row: person.id });
	try {
		envelope.openText(keyring, person.bsnSealed, aad);
	} catch {
		problems.push(`the sealed number of person ${person.id} does not open`);
	}
}

/** Compares every file with its hash, and opens the newest ones. */
async function lookAtFiles(place: Place, { files }: Manifest, problems: string[]) {
	const byAge = [...files].sort((a, b) => b.changedAt - a.changedAt);
	let opened = 0;
	for (const [nth, file] of byAge.entries()) {
		const bytes = await readFile(join(filesOf(place), poolName(file))).catch(absent);
		const where = `${file.folder}/${file.id}`;
		if (bytes === null) problems.push(`the file ${where} is missing`);
		else if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) {
			problems.push(`the file ${where} has changed`);
		} else if (nth < sampleSize) {
			opened += 1;
			if (!opens(place, file, bytes)) problems.push(`the file ${where} does not open`);
		}
	}
	return opened;
}

function opens(
	{ keyring, tenantId }: Place,
	{ folder, id }: { folder: string; id: string },
	bytes: Buffer,
) {
	const aad = envelope.aadOf({ tenant: tenantId, table: folder, column: 'file', row: id });
	try {
		openFile(keyring, bytes, aad);
		return true;
	} catch {
		return false;
	}
}
