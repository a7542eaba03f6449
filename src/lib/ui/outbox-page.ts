import { timeOnPhone, dayOnPhone } from '#lib/phone/clock.ts';
import { type Note, setting, type StoredParcel } from '#lib/phone/database.ts';
import { opened } from '#lib/phone/making.ts';
import { flush } from '#lib/phone/outbox.ts';
import { change, forgetNote, notes, parcels, putAway, whenChanged } from '#lib/phone/store.ts';
import { day, dayAndMonth, minutes, time } from '#lib/languages/slots.ts';
import { showOnly, writeFact } from './facts.ts';
import { isTight } from './room.ts';

/**
 * What waits on this phone: each with its state, the reason and what can be done; and what became of what went. Of what is
 * somebody else's nothing is shown but that it is there.
 */
/** No event tells that a bad connection got better. */
const pauseMs = 30_000;

const root = document.querySelector<HTMLElement>('[data-outbox-page]');
const list = root?.querySelector('[data-list]');
const row = list?.querySelector('template')?.content.firstElementChild;
if (root && list && row) begin(root, list, row);

function begin(root: HTMLElement, list: Element, row: Element) {
	const asked = new URLSearchParams(location.search);
	part('full').hidden = !asked.has('vol');
	part('send').addEventListener('click', () => void sendAll());
	setInterval(tryAgain, pauseMs);
	whenChanged(() => void show());
	void show();
	if (!worker()) void flush('start');

	async function show() {
		const [waiting, told, owner] = await Promise.all([parcels(), notes(), setting('owner')]);
		const own = told.filter((note) => note.owner === owner);
		const rows = await Promise.all([
			...waiting.sort((a, b) => a.madeAt - b.madeAt).map((parcel) => rowOf(parcel, owner)),
			...own.map(rowOfNote),
		]);
		const focused = rowsNow().findIndex((old) => old.contains(document.activeElement));
		for (const old of rowsNow()) old.remove();
		list.append(...rows);
		const canGo = waiting.filter(({ state, sealed }) => state !== 'draft' && sealed !== null);
		part('empty').hidden = rows.length > 0;
		part('days').hidden = waiting.length === 0;
		part('send').hidden = canGo.length === 0;
		part('kept').hidden = !asked.has('bewaard') || canGo.length === 0;
		part('sign-in').hidden = !waiting.some(({ problem }) => problem === 'signedOut');
		// Who works with the keyboard goes on at what stands there now, or where it says that nothing is left.
		if (focused >= 0) (rowsNow()[focused] ?? rowsNow().at(-1) ?? part('empty')).focus();
		part('tight').hidden = !(await isTight());
	}

	function rowsNow(): HTMLElement[] {
		return [...list.querySelectorAll<HTMLElement>(':scope > li')];
	}

	async function rowOf(parcel: StoredParcel, owner: string | undefined): Promise<Element> {
		const { id, madeAt, state, what, problem } = parcel;
		const isOther = parcel.owner !== owner;
		const shown = rowFor(isOther ? null : what, madeAt, state);
		showOnly(shown, 'data-says', isOther ? 'otherPerson' : saying(parcel));
		if (isOther) return shown;
		showOnly(shown, 'data-reason', state === 'waiting' ? null : problem);
		const known = await opened(parcel);
		const { doneOn, minutes: length } = known?.fields ?? {};
		if (doneOn) writeFact(reveal(shown, 'on'), dayAndMonth(doneOn));
		if (length) writeFact(reveal(shown, 'long'), minutes(Number(length)));
		if (state === 'draft' && known) reveal(shown, 'go-on');
		if (state === 'refused') on(shown, 'away', () => putAway(id));
		if (state === 'refused' && parcel.sealed) on(shown, 'again', () => again(id));
		return shown;
	}

	function rowOfNote({
		id,
		what,
		madeAt,
		outcome,
		at,
		reason,
		withoutPhotos,
	}: Note): Promise<Element> {
		const shown = rowFor(what, madeAt, outcome, true);
		showOnly(shown, 'data-says', outcome === 'draft' ? 'receivedDraft' : outcome);
		showOnly(shown, 'data-reason', reason);
		if (withoutPhotos) reveal(shown, 'photos');
		const link = at === null ? null : reveal(shown, 'look').querySelector('a');
		link?.setAttribute('href', at ?? '');
		on(shown, 'seen', () => forgetNote(id));
		return Promise.resolve(shown);
	}

	function rowFor(
		what: StoredParcel['what'] | null,
		madeAt: number,
		state: string,
		isNote = false,
	): Element {
		const shown = row.cloneNode(true) as Element;
		shown.setAttribute('data-state', state);
		shown.setAttribute(isNote ? 'data-note' : 'data-parcel', '');
		showOnly(shown, 'data-what', what);
		if (what === null) return shown;
		const when = reveal(shown, 'made');
		writeFact(when, day(dayOnPhone(madeAt)));
		writeFact(when, time(timeOnPhone(madeAt)));
		return shown;
	}

	async function again(id: string) {
		await requeued(id);
		sendNow();
	}

	/** What was refused for how it came can be tried again too. */
	async function sendAll() {
		for (const { id, state, sealed } of await parcels()) {
			if (state === 'refused' && sealed) await requeued(id);
		}
		sendNow();
	}

	function tryAgain() {
		if (document.visibilityState === 'visible') worker()?.postMessage({ type: 'flush' });
	}

	function sendNow() {
		const there = worker();
		if (there) there.postMessage({ type: 'flush', again: true });
		else void flush('asked');
	}

	function on(shown: Element, button: string, work: () => Promise<void>) {
		reveal(shown, button).addEventListener('click', () => void work().then(show));
	}

	function part(name: string): HTMLElement {
		return partOf(root, name);
	}
}

function requeued(id: string) {
	return change(id, (parcel) => ({ ...parcel, state: 'waiting', problem: null, nextAt: 0 }));
}

function worker(): ServiceWorker | null {
	return 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null;
}

/** What is said of a parcel. */
function saying({ state, problem }: StoredParcel): string {
	if (state !== 'waiting') return state;
	if (problem === null) return 'waiting';
	return problem === 'signedOut' || problem === 'otherPerson' ? problem : 'later';
}

function reveal(shown: Element, name: string): HTMLElement {
	const found = partOf(shown, name);
	found.hidden = false;
	return found;
}

function partOf(root: Element, name: string): HTMLElement {
	const found = root.querySelector<HTMLElement>(`[data-${name}]`);
	if (!found) throw new Error(`The page has no part "${name}"`);
	return found;
}
