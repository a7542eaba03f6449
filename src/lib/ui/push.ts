import { trusted } from './trusted.ts';

/**
 * The switch of messages on this phone: asks the browser for permission only when it is pressed, and hands what the browser
 * gives to the form. Where the browser has no push messages, nothing of it is shown.
 */
const box = document.querySelector<HTMLElement>('[data-push]');
const form = box?.querySelector<HTMLFormElement>('form[action="?/subscribe"]');
const cannot = box?.querySelector<HTMLElement>('[data-push-cannot]');

/** Its own corner of the portal, so that it stands in the way of no other worker. */
const worker = { address: '/meldingen-bericht.js', scope: '/meldingen/' } as const;

if (box && form && 'serviceWorker' in navigator && 'PushManager' in window) void wake(box, form);

async function wake(box: HTMLElement, form: HTMLFormElement) {
	const known = await navigator.serviceWorker.getRegistration(worker.scope);
	const here = await known?.pushManager.getSubscription();
	const off = box.querySelector<HTMLFormElement>('form[action="?/unsubscribe"]');
	box.hidden = false;
	form.hidden = Boolean(here && off);
	let isReady = false;
	form.addEventListener('submit', (event) => {
		if (isReady) return;
		event.preventDefault();
		// Before the page's own script counts it as sent.
		event.stopImmediatePropagation();
		void subscribe(box.dataset['push'] ?? '').then((subscription) => {
			if (!subscription) return fail(form);
			fill(form, subscription);
			isReady = true;
			form.requestSubmit();
		});
	});
	off?.addEventListener('submit', () => void here?.unsubscribe());
}

async function subscribe(key: string): Promise<PushSubscription | null> {
	try {
		if ((await Notification.requestPermission()) !== 'granted') return null;
		const registration = await navigator.serviceWorker.register(trusted(worker.address), {
			scope: worker.scope,
		});
		await active(registration);
		return await registration.pushManager.subscribe({
			userVisibleOnly: true,
			applicationServerKey: key,
		});
	} catch {
		return null;
	}
}

/** A subscription needs a worker that has begun. */
async function active(registration: ServiceWorkerRegistration): Promise<void> {
	const starting = registration.installing ?? registration.waiting;
	if (registration.active || !starting) return;
	await new Promise<void>((resolve) => {
		starting.addEventListener('statechange', () => {
			if (starting.state === 'activated' || starting.state === 'redundant') resolve();
		});
	});
}

function fill(form: HTMLFormElement, subscription: PushSubscription) {
	const { endpoint, keys } = subscription.toJSON();
	const values = { endpoint, p256dh: keys?.['p256dh'], auth: keys?.['auth'] };
	for (const [name, value] of Object.entries(values)) {
		const field = form.elements.namedItem(name);
		if (field instanceof HTMLInputElement) field.value = value ?? '';
	}
}

function fail(form: HTMLFormElement) {
	form.hidden = true;
	if (cannot) cannot.hidden = false;
}
