import './listen.ts';
import './not-sent.ts';
import './outbox-count.ts';
import './worker.ts';
import './screen.ts';

/**
 * The only script of a page. Everything works without it; with it a form is not sent twice by a double tap, the end of
 * an unused sign-in is announced two minutes before, and a page is read aloud (`listen.ts`).
 */
const warnSeconds = 120;

for (const form of document.forms) {
	form.addEventListener('submit', (event) => {
		if (form.dataset['sent']) event.preventDefault();
		form.dataset['sent'] = '1';
	});
}

addEventListener('pageshow', () => {
	for (const form of document.forms) delete form.dataset['sent'];
});

const warning = document.querySelector<HTMLDialogElement>('dialog[data-session-seconds]');
// A page that was kept ends no sign-in.
if (warning && !('kept' in document.documentElement.dataset)) {
	watch(warning, Number(warning.dataset['sessionSeconds']));
}

function watch(dialog: HTMLDialogElement, seconds: number) {
	let timer = setTimeout(show, (seconds - warnSeconds) * 1000);

	function show() {
		dialog.showModal();
	}

	async function stay() {
		dialog.close();
		clearTimeout(timer);
		const answer = await fetch('/sessie', { method: 'POST' }).catch(() => null);
		if (answer?.ok) timer = setTimeout(show, (seconds - warnSeconds) * 1000);
	}

	dialog.querySelector('[data-session-stay]')?.addEventListener('click', () => void stay());
}

export {};
