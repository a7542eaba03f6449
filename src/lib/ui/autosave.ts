/**
 * Saves the form of the plan two seconds after the last thing typed, over the revision that the page was made from. It
 * is the same request as that of its button, without which nothing would be lost either: the server makes one draft of
 * what comes twice, and refuses what would go over the work of a colleague. Then it stops, and what was typed stays.
 */
const pauseMs = 2000;

const found = document.querySelector<HTMLFormElement>('form[data-autosave]');
if (found) watch(found);

function watch(form: HTMLFormElement) {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let running: Promise<void> | null = null;
	let stopped = false;

	form.addEventListener('input', later);
	document.addEventListener('submit', first, true);

	function later() {
		clearTimeout(timer);
		if (!stopped) timer = setTimeout(start, pauseMs);
	}

	function start() {
		if (running) {
			later();
			return;
		}
		running = save().finally(() => (running = null));
	}

	/** A button waits for the save that is on its way, so that it names the revision which that one makes. */
	function first(event: SubmitEvent) {
		clearTimeout(timer);
		if (event.target !== form || !running) return;
		event.preventDefault();
		event.stopImmediatePropagation();
		const { submitter } = event;
		void running.then(() => form.requestSubmit(submitter));
	}

	async function save() {
		const answer = await fetch(form.action, {
			method: 'POST',
			headers: { accept: 'application/json' },
			body: new FormData(form),
		})
			.then((response) => response.text())
			.catch(() => '');
		const revision = /[?&]bewaard=(\d+)/.exec(answer)?.[1];
		stopped = answer.includes('changedMeanwhile');
		say(revision ? 'saved' : stopped ? 'changed' : 'failed');
		if (!revision) return;
		for (const input of document.querySelectorAll<HTMLInputElement>('input[name=revision]')) {
			input.value = revision;
		}
	}

	function say(what: 'saved' | 'changed' | 'failed') {
		for (const each of form.querySelectorAll<HTMLElement>('[data-said]')) {
			each.hidden = each.dataset['said'] !== what;
		}
	}
}

export {};
