import type { Handle } from '@sveltejs/kit';
import * as clock from '#lib/server/clock.ts';
import { closeAll, openAll, type Portals } from '#lib/server/portals.ts';
import { read, type Settings } from '#lib/server/settings.ts';

let settings: Settings | undefined;
let portals: Portals | undefined;

/** Opens the portals that the settings name, and closes them when the server has drained. */
export async function openPortals() {
	settings = read(process.env);
	portals = await openAll(settings);
	process.once('sveltekit:shutdown', () => void closeAll(portals ?? new Map()));
}

/** The host name picks the portal, from an allow-list; a request holds exactly one. */
export const tenant: Handle = ({ event, resolve }) => {
	if (!settings || !portals) throw new Error('a request came before the portals were open');
	event.locals.settings = settings;
	event.locals.moment = clock.moment();
	if (event.url.pathname === '/healthz' || event.url.pathname === '/readyz') {
		return readiness(event.url.pathname);
	}
	const portal = portals.get(event.url.hostname);
	if (!portal) return new Response('This host is not served here.\n', { status: 421 });
	event.locals.portal = portal;
	return resolve(event);
};

async function readiness(path: string): Promise<Response> {
	if (path === '/healthz') return new Response('ok\n');
	const stores = new Set([...(portals?.values() ?? [])].map((portal) => portal.store));
	try {
		for (const store of stores) await store.touch(async () => undefined);
		return new Response('ready\n');
	} catch {
		return new Response('a database cannot be written to\n', { status: 503 });
	}
}
