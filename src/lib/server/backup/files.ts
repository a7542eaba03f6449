import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../crypto/durable-file.ts';
import { isId } from '../id.ts';
import { type BackedUpFile, poolName } from './manifest.ts';
import { filesOf, type Place } from './place.ts';

/**
 * Copies every file of the tenant, sealed as it is, to where the backups share them. A file that has not changed
 * since the backup before (`known`) is not read again.
 */
export async function copyFiles(
	place: Place,
	known: readonly BackedUpFile[],
): Promise<readonly BackedUpFile[]> {
	const before = new Map(known.map((file) => [`${file.folder}/${file.id}`, file]));
	const kept = new Set(await namesIn(filesOf(place)));
	const copied: BackedUpFile[] = [];
	for (const folder of await foldersOf(place)) {
		for (const id of (await namesIn(join(place.folder, folder))).filter(isId)) {
			const same = before.get(`${folder}/${id}`);
			copied.push(...(await copy(place, kept, same, folder, id)));
		}
	}
	return copied;
}

/** Nothing for a file that somebody took away in between. */
async function copy(
	place: Place,
	kept: ReadonlySet<string>,
	same: BackedUpFile | undefined,
	folder: string,
	id: string,
): Promise<BackedUpFile[]> {
	const path = join(place.folder, folder, id);
	const now = await stat(path).catch(absent);
	if (now === null) return [];
	if (same?.changedAt === now.mtimeMs && kept.has(poolName(same))) return [same];
	const bytes = await readFile(path).catch(absent);
	if (bytes === null) return [];
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const file = { folder, id, changedAt: now.mtimeMs, bytes: bytes.length, sha256 };
	const name = poolName(file);
	if (!kept.has(name)) await writeDurably(join(filesOf(place), name), bytes, 'replace');
	return [file];
}

async function foldersOf(place: Place): Promise<string[]> {
	const entries = await readdir(place.folder, { withFileTypes: true }).catch(absent);
	return (entries ?? []).filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** The names in a folder; none when there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
	return (await readdir(folder).catch(absent)) ?? [];
}

export function absent(problem: unknown): null {
	if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return null;
	throw problem;
}
