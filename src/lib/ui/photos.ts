import { draw } from './photo-drawing.ts';
import { hintOf } from './photo-quality.ts';

/**
 * Helps with photos before they are sent: each is drawn anew on the phone (smaller, and without the place and the
 * camera that stand in a photo), shown with a button to take it away, and asked about when it seems dark, blurred,
 * small or cut off. What the phone cannot draw goes as it is, and without this script every file does: the server looks
 * at each in any case.
 */
const most = 4;

interface Fields {
	readonly camera: HTMLInputElement;
	/** This field holds all that was chosen, so that the form sends it as if it were chosen at once. */
	readonly keeper: HTMLInputElement;
	readonly list: Element;
	readonly row: Element;
	readonly tooMany: HTMLElement;
}

for (const box of document.querySelectorAll('[data-photos]')) {
	const [camera, keeper] = box.querySelectorAll<HTMLInputElement>('input[type=file]');
	const list = box.querySelector('[data-photo-list]');
	const row = box.querySelector('template')?.content.firstElementChild;
	const tooMany = box.querySelector<HTMLElement>('[data-photo-many]');
	if (camera && keeper && list && row && tooMany) wake({ camera, keeper, list, row, tooMany });
}

function wake({ camera, keeper, list, row, tooMany }: Fields) {
	let chosen: readonly File[] = [];
	let underWay: Promise<void> = Promise.resolve();
	let left = 0;

	for (const input of [camera, keeper]) input.addEventListener('change', () => take(input));
	document.addEventListener('submit', first, true);
	if (keeper.files?.length) take(keeper);

	function keep(files: readonly File[]) {
		chosen = files;
		const transfer = new DataTransfer();
		for (const file of files) transfer.items.add(file);
		keeper.files = transfer.files;
		camera.value = '';
		// For a page that keeps what is chosen at once.
		keeper.dispatchEvent(new Event('photos', { bubbles: true }));
	}

	function take(input: HTMLInputElement) {
		const picked = [...(input.files ?? [])];
		const fitting = picked.slice(0, most - chosen.length);
		tooMany.hidden = fitting.length === picked.length;
		keep([...chosen, ...fitting]);
		for (const file of fitting) {
			left += 1;
			// What goes wrong with a photo here must not keep the form from being sent.
			const prepared = () => prepare(file).catch(() => undefined);
			underWay = underWay.then(prepared).finally(() => (left -= 1));
		}
	}

	/** A photo goes only after it was drawn anew; the button that was pressed meanwhile is pressed again. */
	function first(event: SubmitEvent) {
		if (event.target !== keeper.form || left === 0) return;
		event.preventDefault();
		event.stopImmediatePropagation();
		void underWay.then(() => keeper.form?.requestSubmit(event.submitter));
	}

	async function prepare(picked: File) {
		const drawn = await draw(picked);
		const file = drawn?.file ?? picked;
		keep(chosen.map((each) => (each === picked ? file : each)));
		const shown = row.cloneNode(true) as Element;
		show(shown, drawn?.thumb, picked.name);
		const hint = drawn && hintOf(drawn.grey, drawn);
		for (const each of shown.querySelectorAll<HTMLElement>('[data-photo-hint]')) {
			each.hidden = each.dataset['photoHint'] !== hint;
		}
		const ask = shown.querySelector<HTMLElement>('[data-photo-ask]');
		if (ask) ask.hidden = hint === null;
		on('remove', remove);
		on('again', () => {
			remove();
			camera.click();
		});
		on('use', () => {
			if (ask) ask.hidden = true;
		});
		list.append(shown);

		function on(button: string, then: () => void) {
			shown.querySelector(`[data-photo-${button}]`)?.addEventListener('click', then);
		}

		function remove() {
			keep(chosen.filter((each) => each !== file));
			tooMany.hidden = true;
			shown.remove();
			camera.focus();
		}
	}
}

/** The photo in small, or the name of a file that the phone cannot draw. */
function show(row: Element, thumb: HTMLCanvasElement | undefined, name: string) {
	const frame = row.querySelector('canvas');
	const words = row.querySelector<HTMLElement>('[data-photo-name]');
	if (!frame || !words) return;
	frame.hidden = !thumb;
	words.hidden = Boolean(thumb);
	words.textContent = thumb ? '' : name;
	if (!thumb) return;
	[frame.width, frame.height] = [thumb.width, thumb.height];
	frame.getContext('2d')?.drawImage(thumb, 0, 0);
}
