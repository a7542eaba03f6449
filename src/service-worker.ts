import { cleanupOutdatedCaches, precache } from 'workbox-precaching';
import { answer } from '#lib/phone/answers.ts';
import { onOutboxMessage, onSync } from '#lib/phone/outbox.ts';
import { pageOpened } from '#lib/phone/opened.ts';
import { worker } from '#lib/phone/scope.ts';
import { keepShell, trimShell } from '#lib/phone/shell.ts';

/** What runs beside the pages: it answers where there is no connection, and sends what waits. */
declare const self: { readonly __WB_MANIFEST: { url: string; revision: string | null }[] };

precache(self.__WB_MANIFEST);
cleanupOutdatedCaches();

worker.addEventListener('install', (event) => event.waitUntil(keepShell()));

worker.addEventListener('activate', (event) => {
	event.waitUntil(Promise.all([askEarly(), trimShell()]));
});

/**
 * A page is asked for while the worker is still starting. Firefox (153) shows its own error where that asking fails,
 * whatever the worker answers, so there it starts first.
 */
async function askEarly() {
	const { navigationPreload } = worker.registration;
	const isGecko = navigator.userAgent.includes('Gecko/');
	await (isGecko ? navigationPreload?.disable() : navigationPreload?.enable());
}

worker.addEventListener('fetch', answer);

worker.addEventListener('sync', (event) => event.waitUntil(onSync(event.tag)));

worker.addEventListener('message', (event) => {
	const message = event.data as Message;
	// A new version begins between two pages, never while a form is being filled in.
	if (message.type === 'take over') event.waitUntil(worker.skipWaiting());
	else if (message.type === 'page') event.waitUntil(pageOpened(message));
	else event.waitUntil(Promise.resolve(onOutboxMessage(message)));
});

type Message =
	| { readonly type: 'take over' }
	| { readonly type: 'flush' | 'shared' }
	| ({ readonly type: 'page' } & Parameters<typeof pageOpened>[0]);
