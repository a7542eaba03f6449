import { trusted } from './trusted.ts';

/**
 * The worker that answers without a connection. It is told what page was opened; a new version of it begins when a page
 * is left. Who works here as staff, partner or helper has none.
 */
const others = /^\/(?:staf|school|organisatie|vertalen|meekijken)(?:\/|$)/;

if ('serviceWorker' in navigator && !others.test(location.pathname)) {
	// The page itself goes first.
	addEventListener('load', () => {
		// In a private window, or one that keeps nothing, the portal works with a connection only.
		start().catch(() => undefined);
	});
}

async function start() {
	const { serviceWorker } = navigator;
	// Not waited for where a worker is there already: a browser that is busy with earlier asking answers only when this
	// page has long been left, and what waits on the phone would not be sent.
	serviceWorker.register(trusted('/service-worker.js')).catch(() => undefined);
	const registration = await serviceWorker.ready;
	addEventListener('pagehide', () => registration.waiting?.postMessage({ type: 'take over' }));
	registration.active?.postMessage({ type: 'page', ...here() });
}

function here() {
	const { owner = null, mode = null } =
		document.querySelector<HTMLMetaElement>('meta[name=meedoen-phone]')?.dataset ?? {};
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	const { lang: language, dataset } = document.documentElement;
	const saveData = connection?.saveData ?? false;
	return { owner, mode, language, saveData, isKept: 'kept' in dataset };
}
