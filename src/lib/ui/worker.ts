import { trusted } from './trusted.ts';

/**
 * The worker that answers without a connection. It is told what page was opened; a new version of it begins when a page
 * is left. Who works here as staff, partner or helper has none.
 */
const others = /^\/(?:staf|school|organisatie|vertalen|meekijken)(?:\/|$)/;

if ('serviceWorker' in navigator && !others.test(location.pathname)) {
	// The page itself goes first.
	addEventListener('load', () => void start());
}

async function start() {
	try {
		const registration = await navigator.serviceWorker.register(trusted('/service-worker.js'));
		addEventListener('pagehide', () => registration.waiting?.postMessage({ type: 'take over' }));
		const { active } = await navigator.serviceWorker.ready;
		active?.postMessage({ type: 'page', ...here() });
	} catch {
		// A private window, or one that keeps nothing: the portal works with a connection only.
	}
}

function here() {
	const { owner = null, mode = null } =
		document.querySelector<HTMLMetaElement>('meta[name=meedoen-phone]')?.dataset ?? {};
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	const { lang: language, dataset } = document.documentElement;
	const saveData = connection?.saveData ?? false;
	return { owner, mode, language, saveData, isKept: 'kept' in dataset };
}
