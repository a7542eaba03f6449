/** A form that could not be sent, and cannot wait on the phone: the page says so, and what was typed stays in it. */
const box = document.querySelector<HTMLElement>('[data-not-sent]');

if (box && 'serviceWorker' in navigator) {
	navigator.serviceWorker.addEventListener('message', ({ data, ports }) => {
		if (data !== 'not sent') return;
		for (const form of document.forms) delete form.dataset['sent'];
		box.hidden = false;
		ports[0]?.postMessage('shown');
	});
	// It has been read by whoever goes on.
	addEventListener('input', () => (box.hidden = true));
	addEventListener('submit', () => (box.hidden = true));
}

export {};
