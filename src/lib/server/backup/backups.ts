import { rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { namesIn } from './files.ts';
import { poolName, readManifest } from './manifest.ts';
import { filesOf, folderOf, type Place } from './place.ts';

const hour = 3_600_000;
const backupName = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z$/;

/** The names of the whole backups of a tenant, oldest first. */
export async function all(place: Place): Promise<readonly string[]> {
	return (await namesIn(folderOf(place, ''))).filter((name) => backupName.test(name)).sort();
}

/** The name of the newest backup, or null. */
export async function newest(place: Place): Promise<string | null> {
	return (await all(place)).at(-1) ?? null;
}

/**
 * Clears old backups: of the last two days all stay, of the days before the last one of each day, and none is older
 * than `days`. Files that no backup holds any more go too, so that what the portal deleted is gone after `days`.
 */
export async function clear(place: Place, days: number, now: number): Promise<number> {
	const old = outdated(await all(place), days, now);
	for (const name of old) await rm(folderOf(place, name), { recursive: true });
	if (old.length > 0) await clearFiles(place, now);
	return old.length;
}

/** Which of these backups, oldest first, are no longer needed. The newest always is. */
export function outdated(names: readonly string[], days: number, now: number): readonly string[] {
	return names.slice(0, -1).filter((name, nth) => {
		const age = now - instantOf(name);
		const next = names[nth + 1] ?? '';
		const isLastOfDay = next.slice(0, 10) !== name.slice(0, 10);
		return age > days * 24 * hour || (age > 48 * hour && !isLastOfDay);
	});
}

function instantOf(name: string): number {
	const [day = '', time = ''] = name.split('T');
	return Temporal.Instant.from(`${day}T${time.replaceAll('-', ':')}`).epochMilliseconds;
}

async function clearFiles(place: Place, now: number) {
	const needed = new Set<string>();
	for (const name of await all(place)) {
		const { files } = await readManifest(place, name);
		for (const file of files) needed.add(poolName(file));
	}
	for (const name of await namesIn(filesOf(place))) {
		const path = join(filesOf(place), name);
		// What a backup under way has just copied stands in no manifest yet.
		if (!needed.has(name) && (await stat(path)).mtimeMs < now - hour) await unlink(path);
	}
}
