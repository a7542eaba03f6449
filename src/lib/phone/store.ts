import { database, type Note, setSettings, setting, type StoredParcel } from './database.ts';
import { now } from './clock.ts';
import { pageCache } from './own-cache.ts';
import { recent } from './waiting.ts';

/** The parcels on this phone. What is written here is on the disk before anybody is told that it is kept. */

/** Whether something could be kept; `full` is that the phone has no room, `tooLarge` that no parcel is so large. */
export type Kept = 'kept' | 'full' | 'tooLarge' | 'cannot';

const onDisk = { durability: 'strict' } as const;

/** Everything on this phone, of whoever; nothing where the browser keeps nothing. */
export async function parcels(): Promise<StoredParcel[]> {
	try {
		return await (await database()).getAll('parcels');
	} catch {
		return [];
	}
}

/** Keeps a parcel, in the place of one of the same id. Copies of pages make room for it where there is none. */
export async function keep(parcel: StoredParcel): Promise<Kept> {
	const first = await put(parcel);
	if (first !== 'full') return first;
	await caches.delete(pageCache).catch(() => false);
	return put(parcel);
}

/**
 * Changes a parcel as it is now, or takes it away where `change` gives null; one that is no longer there stays away. Gives
 * what stands there afterwards.
 */
export async function change(
	id: string,
	change: (parcel: StoredParcel) => StoredParcel | null,
): Promise<StoredParcel | null> {
	const db = await database();
	const transaction = db.transaction('parcels', 'readwrite', onDisk);
	const found = await transaction.store.get(id);
	const changed = found ? change(found) : null;
	if (changed) await transaction.store.put(changed);
	else if (found) await transaction.store.delete(id);
	await transaction.done;
	told();
	return changed;
}

/** Takes a parcel away. */
export async function putAway(id: string): Promise<void> {
	await change(id, () => null);
}

/** What became of parcels that left, the newest first. */
export async function notes(): Promise<Note[]> {
	const found = await setting('notes');
	return recent(found ?? [], now()).reverse();
}

/** Remembers what became of a parcel. */
export async function note(note: Note): Promise<void> {
	const others = (await setting('notes')) ?? [];
	const kept = others.filter(({ id }) => id !== note.id);
	await setSettings({ notes: [...recent(kept, now()), note] });
	told();
}

/** Forgets what became of a parcel: the person has read it. */
export async function forgetNote(id: string): Promise<void> {
	const found = (await setting('notes')) ?? [];
	await setSettings({ notes: found.filter((note) => note.id !== id) });
	told();
}

/** Calls `work` whenever something changes in what waits, by whichever page or worker. */
export function whenChanged(work: () => void): void {
	const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(channelName) : null;
	channel?.addEventListener('message', ({ data }) => {
		if (data === 'changed') work();
	});
	addEventListener(channelName, work);
}

const channelName = 'outbox';

async function put(parcel: StoredParcel): Promise<Kept> {
	try {
		const db = await database();
		const transaction = db.transaction('parcels', 'readwrite', onDisk);
		await transaction.store.put(parcel);
		await transaction.done;
		told();
		return 'kept';
	} catch (problem) {
		const { name } = problem as { name?: unknown };
		return name === 'QuotaExceededError' ? 'full' : 'cannot';
	}
}

/** Tells every page, and this one too. */
function told(): void {
	if ('BroadcastChannel' in globalThis) {
		const channel = new BroadcastChannel(channelName);
		channel.postMessage('changed');
		channel.close();
	}
	dispatchEvent(new Event(channelName));
}
