import { now } from './clock.ts';
import type { Note } from './database.ts';
import { recent } from './waiting.ts';

/**
 * How much on this phone there is to look at: the parcels, of whoever, and what of this owner waited too long and is gone,
 * which they would hear of nowhere else. For the script of every page, so it does without the library and is a few bytes:
 * it makes no database where there is none, and where the browser keeps nothing there is nothing.
 */
export function waitingCount(owner: string | null): Promise<number> {
	return new Promise((resolve) => {
		const none = () => resolve(0);
		try {
			const open = indexedDB.open('meedoen');
			open.onerror = none;
			open.onupgradeneeded = () => open.transaction?.abort();
			open.onsuccess = () => {
				const db = open.result;
				db.onversionchange = () => db.close();
				const reading = db.transaction(['parcels', 'settings']);
				const count = reading.objectStore('parcels').count();
				const asked: unknown = reading.objectStore('settings').get('notes');
				const notes = asked as IDBRequest<readonly Note[] | undefined>;
				reading.onabort = none;
				reading.oncomplete = () => {
					resolve(count.result + droppedOf(owner, notes.result ?? []));
					db.close();
				};
			};
		} catch {
			none();
		}
	});
}

function droppedOf(owner: string | null, notes: readonly Note[]): number {
	return recent(notes, now()).filter((note) => note.owner === owner && note.outcome === 'dropped')
		.length;
}
