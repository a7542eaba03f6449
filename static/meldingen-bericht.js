/** Shows the neutral text of a push message, in the person's language and in Dutch; a tap opens the portal. */
addEventListener('push', (event) => event.waitUntil(show(event.data)));

addEventListener('notificationclick', (event) => {
	event.notification.close();
	event.waitUntil(globalThis.clients.openWindow('/meldingen'));
});

async function show(data) {
	const { language, dir, own, dutch } = JSON.parse(data.text());
	// One notice stands in for all that were not looked at.
	await globalThis.registration.showNotification(own, {
		...(own === dutch ? {} : { body: dutch }),
		lang: language,
		dir,
		tag: 'meedoen',
		renotify: true,
	});
}
