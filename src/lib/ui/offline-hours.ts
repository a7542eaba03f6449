import { now, dayOnPhone } from '#lib/phone/clock.ts';
import { database, setting } from '#lib/phone/database.ts';
import { opened, fileOf, wrapped } from '#lib/phone/making.ts';
import { newParcelId } from '#lib/phone/parcel.ts';
import { keep, type Kept, parcels, putAway } from '#lib/phone/store.ts';
import { draftUntil } from '#lib/phone/waiting.ts';
import { day } from '#lib/languages/slots.ts';
import { whenAlone } from './alone.ts';
import { showOnly, writeFact } from './facts.ts';
import { addPhotos, answersOf, fillIn, missing } from './offline-answers.ts';
import { offerDays } from './offline-days.ts';
import { askToStay, isTight } from './room.ts';
import { sharedPhotos } from './shared-photos.ts';

/**
 * Writes down hours without a connection. What is filled in is kept on the phone at once, before the camera opens: a
 * browser that the camera ends loses nothing. On an own phone one goes on with it; on a shared phone it can be read by
 * the server alone.
 */
const pauseMs = 600;

const root = document.querySelector<HTMLElement>('[data-offline-hours]');
const form = root?.querySelector('form');
if (root && form) void begin(root, form);

async function begin(root: HTMLElement, form: HTMLFormElement) {
	const shared = sharedPhotos();
	const canKeep = await database().then(
		() => true,
		() => false,
	);
	const [owner, seal, mode, signedInAt] = await Promise.all([
		setting('owner'),
		setting('seal'),
		setting('mode'),
		setting('signedInAt'),
	]);
	const show = (part: string) => showOnly(root, 'data-part', part);
	const open = () => {
		show('form');
		void write(form, owner ?? '', mode === 'own', shared);
	};
	writeFact(root.querySelector('[data-last-day]'), day(dayOnPhone(signedInAt ?? now())));
	root.querySelector('[data-yes]')?.addEventListener('click', open);
	root.querySelector('[data-no]')?.addEventListener('click', () => show('nobody'));
	if (!canKeep) show('cannot');
	else if (owner === undefined || seal === undefined) show('nobody');
	else if (mode === 'own') open();
	else show('who');
}

async function write(
	form: HTMLFormElement,
	owner: string,
	isOwn: boolean,
	shared: Promise<File[]> | null,
) {
	const given = JSON.parse(form.dataset['given'] ?? '{}') as Record<string, string[]>;
	let id = newParcelId();
	let madeAt = now();
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isKept = true;
	let isSent = false;
	let isStored = false;
	let saving: Promise<Kept> = Promise.resolve('kept');

	offerDays(form);
	await goOn();
	ask();
	if (shared) void takeShared(shared);
	form.addEventListener('input', soon);
	form.addEventListener('change', soon);
	// Photos are drawn anew in the meantime.
	form.addEventListener('photos', soon);
	form.addEventListener('click', (event) => void beforeCamera(event));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void send();
	});
	// Somebody else may take it up then. What is filled in waits sealed, and goes to the portal as a draft.
	if (!isOwn) whenAlone(() => location.reload());
	addEventListener('pagehide', () => {
		if (!isKept) void save('draft');
		form.hidden = true;
	});
	// Whoever goes back to a page that the browser kept reads nothing there, and begins anew: what was sent is gone from it.
	addEventListener('pageshow', ({ persisted }) => {
		if (persisted) location.reload();
	});

	/** On an own phone the draft is still there after the browser was ended. */
	async function goOn() {
		const drafts = (await parcels())
			.filter((parcel) => parcel.owner === owner && parcel.state === 'draft' && parcel.own)
			.sort((a, b) => b.madeAt - a.madeAt);
		for (const draft of drafts) {
			const known = await opened(draft);
			if (!known) continue;
			({ id, madeAt } = draft);
			isStored = true;
			const files = known.files.map(
				({ name, type, bytes }) => new File([new Uint8Array(bytes)], name, { type }),
			);
			fillIn(form, { fields: { ...known.fields }, files });
			part('going-on').hidden = false;
			part('drop').addEventListener('click', () => void putAway(id).then(() => location.reload()));
			return;
		}
	}

	async function takeShared(coming: Promise<File[]>) {
		const files = await coming;
		addPhotos(form, files);
		part('shared-again').hidden = files.length > 0;
	}

	/** The two questions that an activity answers by itself are not asked. */
	function ask() {
		const known = given[answersOf(form).fields['activity'] ?? ''] ?? [];
		for (const each of form.querySelectorAll<HTMLElement>('[data-asked]')) {
			each.hidden = known.includes(each.dataset['asked'] ?? '');
			for (const field of each.querySelectorAll('fieldset')) field.disabled = each.hidden;
		}
	}

	function asked(): string[] {
		return [...form.querySelectorAll<HTMLElement>('[data-asked]:not([hidden])')].map(
			({ dataset }) => dataset['asked'] ?? '',
		);
	}

	function soon() {
		ask();
		isKept = false;
		clearTimeout(timer);
		timer = setTimeout(() => void save('draft'), pauseMs);
	}

	/** The camera may end the browser: what was filled in is on the disk first. */
	async function beforeCamera(event: MouseEvent) {
		const { target } = event;
		if (isKept || !(target instanceof HTMLInputElement) || target.type !== 'file') return;
		event.preventDefault();
		await save('draft');
		isKept = true;
		target.click();
	}

	function save(state: 'draft' | 'waiting'): Promise<Kept> {
		clearTimeout(timer);
		if (isSent) return saving;
		isSent = state === 'waiting';
		isKept = true;
		// A photo that cannot be read any more must not stand in the way of every later try.
		saving = saving
			.then(() => put(state))
			.catch((): Kept => 'cannot')
			.then(told);
		return saving;
	}

	async function put(state: 'draft' | 'waiting'): Promise<Kept> {
		const { fields, files } = answersOf(form);
		await freshId();
		const parcel = await wrapped(
			{
				id,
				kind: 'hours',
				madeAt: state === 'waiting' ? now() : madeAt,
				isWhole: state === 'waiting',
				fields,
				files: await Promise.all(files.map(fileOf)),
			},
			{
				what: 'hours',
				state,
				nextAt: state === 'draft' ? draftUntil(now(), isOwn) : 0,
				isShown: true,
				owner,
			},
		);
		const kept = typeof parcel === 'object' && parcel ? await keep(parcel) : (parcel ?? 'cannot');
		isStored ||= kept === 'kept';
		return kept;
	}

	/** A draft that was sent meanwhile is one online: what is filled in now is something else. */
	async function freshId() {
		const stands = (await parcels()).find((parcel) => parcel.id === id);
		if (isStored && stands?.state !== 'draft') id = newParcelId();
	}

	async function told(kept: Kept): Promise<Kept> {
		// Somebody else signed in on this phone: what was kept before that waits, sealed, for its maker.
		if (kept !== 'kept' && (await setting('owner')) !== owner) location.reload();
		showOnly(form, 'data-kept-as', kept);
		if (kept === 'kept') await askToStay();
		part('tight').hidden = !(await isTight());
		return kept;
	}

	async function send() {
		const empty = missing(answersOf(form), asked());
		for (const each of form.querySelectorAll<HTMLElement>('[data-missing]')) {
			each.hidden = !empty.includes(each.dataset['missing'] ?? '');
		}
		const first = form.querySelector<HTMLElement>('[data-missing]:not([hidden])');
		if (!first && (await save('waiting')) === 'kept') {
			location.assign('/wachtrij?bewaard');
			return;
		}
		isSent = false;
		delete form.dataset['sent'];
		// Who does not see it hears what is missing, and goes on from there.
		first?.focus({ preventScroll: true });
		(first ?? part('told')).scrollIntoView({ block: 'center' });
	}

	function part(name: string): HTMLElement {
		const found = form.querySelector<HTMLElement>(`[data-${name}]`);
		if (!found) throw new Error(`The page has no part "${name}"`);
		return found;
	}
}
