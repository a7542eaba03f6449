/**
 * How many parcels are on this phone. For the script of every page, so it does without the library and is a few bytes: it
 * makes no database where there is none, and where the browser keeps nothing there is nothing.
 */
export function waitingCount(): Promise<number> {
	return new Promise((resolve) => {
		const none = () => resolve(0);
		try {
			const open = indexedDB.open('meedoen');
			open.onerror = none;
			open.onupgradeneeded = () => open.transaction?.abort();
			open.onsuccess = () => {
				const db = open.result;
				db.onversionchange = () => db.close();
				const count = db.transaction('parcels').objectStore('parcels').count();
				count.onerror = none;
				count.onsuccess = () => {
					resolve(count.result);
					db.close();
				};
			};
		} catch {
			none();
		}
	});
}
