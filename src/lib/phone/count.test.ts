import { afterEach, expect, it, vi } from 'vitest';
import { waitingCount } from './count.ts';
import type { Note } from './database.ts';

const at = Date.parse('2026-11-22T12:00:00Z');
const dropped: Note = {
	id: 'a',
	owner: 'mine',
	what: 'hours',
	madeAt: at,
	outcome: 'dropped',
	at: null,
	reason: null,
	withoutPhotos: false,
	notedAt: at,
};

/** A phone that holds so many parcels and these notes. */
function holds(parcels: number, notes?: readonly Note[]) {
	const reading = {
		oncomplete: () => {},
		objectStore: () => ({ count: () => ({ result: parcels }), get: () => ({ result: notes }) }),
	};
	const db = {
		close: () => {},
		transaction: () => {
			queueMicrotask(() => reading.oncomplete());
			return reading;
		},
	};
	const open = { result: db, onsuccess: () => {} };
	vi.stubGlobal('indexedDB', {
		open: () => {
			queueMicrotask(() => open.onsuccess());
			return open;
		},
	});
	vi.useFakeTimers({ toFake: ['Date'], now: at });
}

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

it('counts what is on the phone, of whoever', async () => {
	holds(2);
	expect(await waitingCount('mine')).toBe(2);
	expect(await waitingCount(null)).toBe(2);
});

it('counts what of somebody waited too long, until they read it or it is long ago', async () => {
	const long = at - 15 * 24 * 3600 * 1000;
	holds(0, [dropped, { ...dropped, id: 'b', notedAt: long }]);
	expect(await waitingCount('mine')).toBe(1);
	expect(await waitingCount('other')).toBe(0);
	expect(await waitingCount(null)).toBe(0);
});

it('does not count what was received', async () => {
	holds(0, [{ ...dropped, outcome: 'received' }]);
	expect(await waitingCount('mine')).toBe(0);
});

it('is nothing where nothing can be kept', async () => {
	vi.stubGlobal('indexedDB', undefined);
	expect(await waitingCount('mine')).toBe(0);
});
