/**
 * The script of the desk of hours: j and k go to the next and the previous, g is good, v asks a question, and ? shows
 * which keys there are. Never while somebody types, and not at all for who turned them off: then the list of keys is
 * not on the page (WCAG 2.1.4). It also takes the button that undoes away when its ten seconds are over.
 */
const list = document.querySelector<HTMLDetailsElement>('details[data-keys]');
if (list) {
	list.hidden = false;
	for (const each of keyed()) each.setAttribute('aria-keyshortcuts', each.dataset['key'] ?? '');
	document.addEventListener('keydown', press);
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-undo-ms]')) {
	setTimeout(() => form.querySelector('button')?.remove(), Number(form.dataset['undoMs']));
}

function press(event: KeyboardEvent) {
	const { altKey, ctrlKey, metaKey, isComposing, repeat, target } = event;
	if (altKey || ctrlKey || metaKey || isComposing || repeat || isTyping(target)) return;
	const key = event.key.toLowerCase();
	const found = [...keyed()].find((each) => each.dataset['key'] === key) ?? besideRow(key);
	if (!found) return;
	event.preventDefault();
	if (found.localName === 'summary') unfold(found);
	else if ('row' in found.dataset) found.focus();
	else found.click();
}

function keyed() {
	return document.querySelectorAll<HTMLElement>('[data-key]');
}

function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	const field = 'textarea, select, input:not([type=checkbox], [type=radio])';
	return target.isContentEditable || target.matches(field);
}

/** In the list of all, j and k go from one row to the other. */
function besideRow(key: string): HTMLElement | undefined {
	const step = { j: 1, k: -1 }[key];
	const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
	if (step === undefined) return undefined;
	const at = rows.findIndex((row) => row === document.activeElement);
	return rows[at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)];
}

/** Opens what folds, and goes to its first field; a list of words folds away again. */
function unfold(summary: HTMLElement) {
	const details = summary.parentElement;
	if (!(details instanceof HTMLDetailsElement)) return;
	const field = details.querySelector<HTMLElement>('select, input, textarea');
	details.open = field !== null || !details.open;
	(field ?? summary).focus();
}

export {};
