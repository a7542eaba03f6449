const patienceMs = 5000;

/** Photos that another app shared with the portal; the worker holds them for a moment. Null where nothing was shared. */
export function sharedPhotos(): Promise<File[]> | null {
	if (!new URLSearchParams(location.search).has('gedeeld')) return null;
	return new Promise((resolve) => {
		setTimeout(() => resolve([]), patienceMs);
		if (!('BroadcastChannel' in window)) return resolve([]);
		new BroadcastChannel('shared').addEventListener('message', ({ data }) =>
			resolve((data as unknown[]).filter((each) => each instanceof File)),
		);
		navigator.serviceWorker.controller?.postMessage({ type: 'shared' });
	});
}
