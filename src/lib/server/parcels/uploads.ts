import { mkdir, open, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../crypto/durable-file.ts';
import { isId } from '../id.ts';

/** One upload: whose it is by the tag of the account, of which parcel, and of which sealed bytes. */
export interface Upload {
	readonly owner: string;
	readonly id: string;
	/** SHA-256 of the sealed bytes, base64url. */
	readonly sealedHash: string;
}

/**
 * Where sealed bytes wait until the last of them has come: a folder on disk here. They are kept as they came, since only
 * the keys of the portal open them. As the name holds the hash, whoever writes at a place writes the same bytes.
 */
export interface UploadStore {
	/** How many bytes there are; 0 where there is nothing. */
	size(upload: Upload): Promise<number>;
	/** Writes bytes at a place up to which there are some. They are on the disk when this resolves. */
	write(upload: Upload, at: number, bytes: Uint8Array): Promise<void>;
	/** All the bytes, or null where there is nothing. */
	read(upload: Upload): Promise<Buffer | null>;
	/** Takes an upload away; nothing happens where there is none. */
	remove(upload: Upload): Promise<void>;
	/** What waits of one account. */
	waiting(owner: string): Promise<{ readonly count: number; readonly bytes: number }>;
	/** Takes away what has not changed since an instant (ms UTC), and gives how many. */
	clear(before: number): Promise<number>;
}

/** A store in one folder. Every method throws TypeError on what is no name of an upload. */
export function diskUploads(folder: string): UploadStore {
	return {
		size: async (upload) => (await unlessAbsent(stat(pathOf(folder, upload))))?.size ?? 0,
		write: async (upload, at, bytes) => {
			const path = pathOf(folder, upload);
			const isNew = await make(path);
			const handle = await open(path, 'r+');
			try {
				await handle.write(bytes, 0, bytes.length, at);
				await handle.sync();
			} finally {
				await handle.close();
			}
			if (isNew) await syncFolder(folder);
		},
		read: async (upload) => unlessAbsent(readFile(pathOf(folder, upload))),
		remove: async (upload) => {
			await unlessAbsent(unlink(pathOf(folder, upload)));
		},
		waiting: async (owner) => {
			const files = await filesIn(folder, (name) => name.startsWith(`${owner}.`));
			return { count: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
		},
		clear: async (before) => {
			const old = (await filesIn(folder, isUpload)).filter(({ changedAt }) => changedAt < before);
			for (const { path } of old) await unlessAbsent(unlink(path));
			return old.length;
		},
	};
}

/** Makes an empty file where there is none, and says whether it did. */
async function make(path: string): Promise<boolean> {
	await mkdir(dirname(path), { recursive: true, mode: 0o700 });
	try {
		await (await open(path, 'wx', 0o600)).close();
		return true;
	} catch (problem) {
		if (codeOf(problem) === 'EEXIST') return false;
		throw problem;
	}
}

async function filesIn(folder: string, isWanted: (name: string) => boolean) {
	const names = (await unlessAbsent(readdir(folder))) ?? [];
	const files = names.filter(isWanted).map(async (name) => {
		const path = join(folder, name);
		const found = await unlessAbsent(stat(path));
		return found ? [{ path, size: found.size, changedAt: found.mtimeMs }] : [];
	});
	return (await Promise.all(files)).flat();
}

function pathOf(folder: string, { owner, id, sealedHash }: Upload): string {
	const name = `${owner}.${id}.${sealedHash}`;
	if (!isUpload(name)) throw new TypeError('Not the name of an upload');
	return join(folder, name);
}

function isUpload(name: string): boolean {
	const [owner = '', id = '', sealedHash = '', ...more] = name.split('.');
	return isId(owner) && isId(id) && isHash(sealedHash) && more.length === 0;
}

/** Whether a text from outside has the shape of a SHA-256 in base64url. */
export function isHash(text: string): boolean {
	return /^[A-Za-z0-9_-]{43}$/.test(text);
}

async function unlessAbsent<T>(task: Promise<T>): Promise<T | null> {
	try {
		return await task;
	} catch (problem) {
		if (codeOf(problem) === 'ENOENT') return null;
		throw problem;
	}
}

function codeOf(problem: unknown): unknown {
	return problem instanceof Error && 'code' in problem ? problem.code : null;
}
