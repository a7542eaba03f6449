import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { SealKey } from './seal.ts';

/**
 * What this phone keeps of parcels and of itself. Nobody can be known from any of it: the owner is a tag that only the
 * server can explain, and what was made is sealed or encrypted.
 */
export interface Phone extends DBSchema {
	parcels: { key: string; value: StoredParcel };
	settings: { key: string; value: Settings[keyof Settings] };
}

export interface StoredParcel {
	readonly id: string;
	readonly owner: string;
	readonly kind: 'hours' | 'form';
	/** What the person made, as far as anybody may see it. */
	readonly what: 'hours' | 'absence' | 'understanding' | 'proof';
	/** By the clock of the phone, in ms UTC. */
	readonly madeAt: number;
	readonly state: 'draft' | 'waiting' | 'sending' | 'refused';
	readonly attempts: number;
	/** Before this it is not tried again, in ms UTC. */
	readonly nextAt: number;
	readonly problem: string | null;
	readonly bytes: number;
	readonly sealed: ArrayBuffer | null;
	/** The same for its maker, on an own phone: encrypted with the key that came from the server. */
	readonly own: { readonly iv: Uint8Array<ArrayBuffer>; readonly data: ArrayBuffer } | null;
	/** When it was first seen to have waited too long, in ms UTC; the clock may have been wrong. */
	readonly overdueAt: number | null;
}

/** What became of a parcel that is no longer here, for who made it. */
export interface Note {
	readonly id: string;
	readonly owner: string;
	readonly what: StoredParcel['what'];
	readonly madeAt: number;
	readonly outcome: 'received' | 'draft' | 'dropped';
	/** The page where it stands now. */
	readonly at: string | null;
	/** Why it became what it did, where there is something to say. */
	readonly reason: string | null;
	readonly withoutPhotos: boolean;
	/** In ms UTC. */
	readonly notedAt: number;
}

/** Whose phone this is, as far as it knows. */
export interface Settings {
	/** The tag of who signed in last. */
	owner: string;
	mode: 'own' | 'shared';
	seal: SealKey;
	/** When the keys were fetched last, which only who is signed in can; by the clock of the phone, in ms UTC. */
	signedInAt: number;
	/** The latest time that the clock of the phone has shown, in ms UTC. */
	lastClock: number;
	/** Somebody signed out without a connection: the server is still to be told. */
	endSession: boolean;
	/** In which language the pages were kept that open without a connection. */
	language: string;
	/** What became of the parcels of the last days. */
	notes: readonly Note[];
}

let opened: Promise<IDBPDatabase<Phone>> | undefined;

/** The one database of this phone. Rejects where the browser keeps none, as some do in a private window. */
export function database(): Promise<IDBPDatabase<Phone>> {
	opened ??= openDB<Phone>('meedoen', 1, {
		upgrade(db) {
			db.createObjectStore('parcels', { keyPath: 'id' });
			db.createObjectStore('settings');
		},
		blocking: close,
		terminated: () => (opened = undefined),
	}).catch((problem: unknown) => {
		opened = undefined;
		throw problem;
	});
	return opened;
}

/** A setting; undefined where it was never made, or where nothing can be kept. */
export async function setting<K extends keyof Settings>(name: K): Promise<Settings[K] | undefined> {
	try {
		const db = await database();
		return (await db.get('settings', name)) as Settings[K] | undefined;
	} catch {
		return undefined;
	}
}

/** Changes these settings, all or none. */
export async function setSettings(changed: Partial<Settings>): Promise<void> {
	const db = await database();
	const change = db.transaction('settings', 'readwrite');
	const puts = Object.entries(changed).map(([name, value]) => change.store.put(value, name));
	await Promise.all([...puts, change.done]);
}

/** Forgets these settings. */
export async function forgetSettings(...names: readonly (keyof Settings)[]): Promise<void> {
	const db = await database();
	const change = db.transaction('settings', 'readwrite');
	await Promise.all([...names.map((name) => change.store.delete(name)), change.done]);
}

/** Another page or worker of ours wants a newer database: an open one would stand in its way. */
function close() {
	void opened?.then((db) => db.close());
	opened = undefined;
}
