/**
 * Puts Meedoen on the phone with one button, where the browser offers that: it says so by an event of its own, and asks
 * the person once more itself. Where it is installed already that is said instead.
 */
interface InstallEvent extends Event {
	prompt(): Promise<unknown>;
}

const box = document.querySelector<HTMLElement>('[data-install]');
const installed = document.querySelector<HTMLElement>('[data-installed]');

if (matchMedia('(display-mode: standalone)').matches) say();
addEventListener('appinstalled', say);
addEventListener('beforeinstallprompt', (event) => {
	event.preventDefault();
	if (!box || !isInstall(event)) return;
	box.hidden = false;
	const install = () => {
		box.hidden = true;
		void event.prompt();
	};
	box.querySelector('button')?.addEventListener('click', install, { once: true });
});

function say() {
	if (box) box.hidden = true;
	if (installed) installed.hidden = false;
}

function isInstall(event: Event): event is InstallEvent {
	return 'prompt' in event;
}

export {};
