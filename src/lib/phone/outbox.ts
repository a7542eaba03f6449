import { now } from './clock.ts';
import { setSettings, setting, type StoredParcel } from './database.ts';
import { isBeginOfHours, partsOf, whatOf } from './forms.ts';
import { fileOf, wrapped } from './making.ts';
import { newParcelId } from './parcel.ts';
import { send } from './send.ts';
import { change, keep, note, parcels } from './store.ts';
import { after, aged, dropped, due, isLeft, noteOf, type Reason } from './waiting.ts';

/**
 * The outbox: what was made on this phone goes to the server as soon as it can, one by one, and leaves the phone only when
 * the server says that it has it. What cannot be sent stands in nobody's way.
 */

const waitingPage = '/wachtrij';
const hoursPage = '/uren-zonder-verbinding';
const syncTag = 'parcels';

/**
 * Keeps a form that could not be sent, and says so on a page. Null where it is no form that can be kept, or where nobody
 * signed in on this phone. `request` must still have its body.
 */
export async function keepFailedForm(request: Request): Promise<Response | null> {
	const { pathname, search } = new URL(request.url);
	const path = `${pathname}${search}`;
	if (isBeginOfHours(path)) return seeOther(hoursPage);
	const what = whatOf(path);
	if (!what) return null;
	const { fields, files } = partsOf(await request.formData());
	const parcel = await wrapped(
		{
			id: newParcelId(),
			kind: 'form',
			madeAt: now(),
			isWhole: true,
			fields: { ...fields, path },
			files: await Promise.all(files.map(fileOf)),
		},
		{ what, state: 'waiting', nextAt: 0, isShown: false },
	);
	if (!parcel || parcel === 'tooLarge') return null;
	const kept = await keep(parcel);
	if (kept === 'kept') await later();
	return seeOther(`${waitingPage}?${kept === 'kept' ? 'bewaard' : 'vol'}`);
}

/**
 * Sends what can be sent now. Only one at a time does so, whatever page or worker asks; what a person asks for waits its
 * turn, since it sends more than what is under way. Never throws.
 */
export async function flush(reason: Reason): Promise<void> {
	try {
		if (!('locks' in navigator)) await sendAll(reason);
		else
			await navigator.locks.request(
				'outbox',
				{ ifAvailable: reason !== 'asked' && reason !== 'sign-out' },
				(lock) => lock && sendAll(reason),
			);
	} catch {
		// What could not be sent is still there, and a later try finds it.
	}
}

/** The browser found a connection (Background Sync). Throws while something is left, so that it tries again. */
export async function onSync(tag: string): Promise<void> {
	if (tag !== syncTag) return;
	await flush('sync');
	if (isLeft(await parcels(), await setting('owner'))) throw new Error('Not everything was sent');
}

/** Something that a page asks of the worker; null where it is not about what waits. */
export function onOutboxMessage(message: unknown): Promise<void> | null {
	const { type, again } = (message ?? {}) as { type?: unknown; again?: unknown };
	if (type === 'flush') return again === true ? flush('asked') : flush('start').then(later);
	if (type === 'shared') return handOver();
	return null;
}

/** A photo that another app shared: it goes to the page where hours are written down, and is nowhere kept here. */
export async function keepShared(request: Request): Promise<Response> {
	const form = await request.formData().catch(() => new FormData());
	shared = partsOf(form).files;
	return seeOther(`${hoursPage}?gedeeld`);
}

let shared: readonly File[] = [];

async function handOver(): Promise<void> {
	const files = shared;
	shared = [];
	const channel = new BroadcastChannel('shared');
	channel.postMessage(files);
	// Closed at once it would be gone before the page hears it.
	await new Promise((resolve) => setTimeout(resolve, 1000));
	channel.close();
}

async function sendAll(reason: Reason): Promise<void> {
	await lookAtAge();
	const owner = await setting('owner');
	const past = new Set<string>();
	for (;;) {
		const [parcel] = due(await parcels(), { owner, now: now(), reason }, past);
		if (!parcel) return;
		past.add(parcel.id);
		if (!(await sendOne(parcel))) return;
	}
}

/** Whether the others can be tried too: not without a connection, nor for somebody who is not signed in. */
async function sendOne(parcel: StoredParcel): Promise<boolean> {
	const { id, owner, sealed } = parcel;
	if (!sealed) return true;
	await change(id, (kept) => (kept.state === 'waiting' ? { ...kept, state: 'sending' } : kept));
	const sent = await send({ id, owner, sealed }, (address, how) => fetch(address, how), now);
	const told = noteOf(parcel, sent, now());
	if (told) await note(told);
	await change(id, (kept) => {
		// Somebody went on with a draft meanwhile: what was sent is not what stands there now.
		const isSame = kept.bytes === parcel.bytes && kept.nextAt === parcel.nextAt;
		return isSame ? after({ ...kept, state: parcel.state }, sent, now(), Math.random()) : kept;
	});
	return !['noConnection', 'signedOut', 'otherPerson'].includes(sent.kind);
}

/** What waited too long goes, and that is told; a clock that was set wrong for a while takes nothing away. */
async function lookAtAge(): Promise<void> {
	// Never back: a clock that was set back would let the own copies live longer.
	await setSettings({ lastClock: Math.max(now(), (await setting('lastClock')) ?? 0) });
	for (const parcel of await parcels()) {
		const looked = aged(parcel, now());
		if (looked === parcel) continue;
		if (!looked) await note(dropped(parcel, now()));
		await change(parcel.id, (kept) => aged(kept, now()));
	}
}

/** Asks the browser to wake the worker when there is a connection, where it can. */
async function later(): Promise<void> {
	if (!isLeft(await parcels(), await setting('owner'))) return;
	const { registration } = globalThis as { registration?: Syncing };
	await registration?.sync?.register(syncTag).catch(() => undefined);
}

interface Syncing {
	readonly sync?: { register(tag: string): Promise<void> };
}

/** The answer to a form is a page to read, so that reloading it sends nothing again. */
function seeOther(path: string): Response {
	return Response.redirect(new URL(path, location.origin).href, 303);
}
