/** What is deleted from a cache is a file less on the disk; a database writes what it deletes to its log first. */
export const keyCache = 'own-key';
export const keyName = '/own-key';
export const pageCache = 'own-pages';

/** Removes the key of an own phone and everything that it opens. Parcels stay: they are sealed too. */
export async function wipeOwn(): Promise<void> {
	await Promise.all([wipeKey(), caches.delete(pageCache)]);
}

/** A cache that something still holds stays on the disk when it is deleted; what is taken out of it does not. */
async function wipeKey(): Promise<void> {
	if (await caches.has(keyCache)) await (await caches.open(keyCache)).delete(keyName);
	await caches.delete(keyCache);
}
