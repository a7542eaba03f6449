import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** How a file that is still being written is called: hidden, and never a final name. */
export const unfinishedName = /^\..+\.[0-9a-f]{12}\.tmp$/;

/**
 * Writes a whole file so that a process kill or a power cut leaves the old content or the new, never a part:
 * beside it → fsync → its final name → fsync of the folder. When this resolves, the file is on the disk.
 * `existing: 'keep'` fails with EEXIST when the name is taken, also when two processes race for it. Only the owner may read
 * it, unless `mode` says more.
 */
export async function writeDurably(
	path: string,
	bytes: Uint8Array,
	existing: 'replace' | 'keep',
	mode = 0o600,
): Promise<void> {
	const folder = dirname(path);
	await makeFolder(folder);
	const unfinished = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
	try {
		await writeAndSync(unfinished, bytes, mode);
		if (existing === 'replace') await rename(unfinished, path);
		else await link(unfinished, path);
	} catch (problem) {
		await unlink(unfinished).catch(() => undefined);
		throw problem;
	}
	if (existing === 'keep') await unlink(unfinished);
	await syncFolder(folder);
}

/** Makes names that were added to or taken from a folder outlast a power cut. */
export async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

async function writeAndSync(path: string, bytes: Uint8Array, mode: number): Promise<void> {
	const handle = await open(path, 'wx', mode);
	try {
		await handle.writeFile(bytes);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** A new folder is itself a name in its parent, so each parent is synced up to the one that stood already. */
async function makeFolder(folder: string): Promise<void> {
	const firstMade = await mkdir(folder, { recursive: true, mode: 0o700 });
	if (firstMade === undefined) return;
	const standing = dirname(resolve(firstMade));
	for (let parent = dirname(resolve(folder)); ; parent = dirname(parent)) {
		await syncFolder(parent);
		if (parent === standing || parent === dirname(parent)) return;
	}
}
