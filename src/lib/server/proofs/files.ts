import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, unfinishedName, writeDurably } from '#lib/server/crypto/durable-file.ts';
import { isId } from '#lib/server/id.ts';

/** Where proof files are kept: a folder on disk here, an object store elsewhere. Ids are made by us (`newId`). */
export interface FileStore {
	/** Keeps a file, whole or not at all; what stood under the id is replaced. Once resolved it outlasts a power cut. */
	put(id: string, bytes: Uint8Array): Promise<void>;
	/** The file, or null when there is none. */
	get(id: string): Promise<Buffer | null>;
	/** Takes a file away; nothing happens when there is none. */
	remove(id: string): Promise<void>;
	/** Every file that is there, in no order. */
	list(): Promise<readonly StoredFile[]>;
}

export interface StoredFile {
	readonly id: string;
	readonly changedAt: number;
}

/** A store in one folder, which is made at the first `put`. Every method throws TypeError on what is no id of ours. */
export function diskFiles(folder: string): FileStore {
	return {
		put: async (id, bytes) => writeDurably(pathOf(folder, id), bytes, 'replace'),
		get: async (id) => unlessAbsent(readFile(pathOf(folder, id))),
		remove: async (id) => {
			const removed = await unlessAbsent(unlink(pathOf(folder, id)).then(() => true));
			if (removed) await syncFolder(folder);
		},
		list: async () => filesIn(folder, isId),
	};
}

/**
 * Clears what an upload that broke off left behind: files that no row knows and unfinished ones, when they have not
 * changed for `olderThanMs`, so that an upload under way is left alone. `missing` are rows without their file, which
 * must never be: raise an alarm.
 */
export async function sweepOrphans(
	folder: string,
	knownIds: ReadonlySet<string>,
	olderThanMs: number,
	nowMs: number,
): Promise<{ readonly removed: number; readonly missing: readonly string[] }> {
	const kept = await filesIn(folder, isId);
	const unfinished = await filesIn(folder, (name) => unfinishedName.test(name));
	const orphans = [...kept.filter(({ id }) => !knownIds.has(id)), ...unfinished].filter(
		({ changedAt }) => changedAt <= nowMs - olderThanMs,
	);
	for (const { id } of orphans) await unlessAbsent(unlink(join(folder, id)));
	if (orphans.length > 0) await syncFolder(folder);
	const present = new Set(kept.map(({ id }) => id));
	return { removed: orphans.length, missing: [...knownIds].filter((id) => !present.has(id)) };
}

function pathOf(folder: string, id: string): string {
	if (!isId(id)) throw new TypeError('Not the id of a file');
	return join(folder, id);
}

async function filesIn(
	folder: string,
	isWanted: (name: string) => boolean,
): Promise<readonly StoredFile[]> {
	const names = (await unlessAbsent(readdir(folder))) ?? [];
	const files = names.filter(isWanted).map(async (id) => {
		const found = await unlessAbsent(stat(join(folder, id)));
		return found ? [{ id, changedAt: found.mtimeMs }] : [];
	});
	return (await Promise.all(files)).flat();
}

async function unlessAbsent<T>(task: Promise<T>): Promise<T | null> {
	try {
		return await task;
	} catch (problem) {
		if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return null;
		throw problem;
	}
}
