import { waitingCount } from '#lib/phone/count.ts';

/**
 * Shows that something waits on this phone, and has it sent whenever there may be a connection again. When a page is opened
 * the worker sends by itself, once it knows who is signed in.
 */
const boxes = document.querySelectorAll<HTMLElement>('[data-outbox]');
const phone = document.querySelector<HTMLMetaElement>('meta[name=meedoen-phone]');

async function show() {
	const count = await waitingCount(phone?.dataset['owner'] ?? null);
	for (const box of boxes) {
		box.hidden = count === 0;
		const place = box.querySelector('[data-outbox-count]');
		if (place) place.textContent = String(count);
	}
	// The icon of an installed app. Not the worker's task: some browsers end a worker that asks for it.
	if ('setAppBadge' in navigator && matchMedia('(display-mode: standalone)').matches) {
		void (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge()).catch(() => null);
	}
}

function flush() {
	if (document.visibilityState !== 'visible') return;
	navigator.serviceWorker.controller?.postMessage({ type: 'flush' });
}

if ('serviceWorker' in navigator) {
	addEventListener('online', flush);
	document.addEventListener('visibilitychange', flush);
	if (boxes.length > 0) {
		void show();
		if ('BroadcastChannel' in window) {
			new BroadcastChannel('outbox').addEventListener('message', () => void show());
		}
	}
}
