import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { StoredParcel } from './database.ts';
import { testPhone } from './test-phone.ts';

const now = Date.parse('2026-11-23T10:00:00Z');
const hour = 60 * 60_000;

let phone: ReturnType<typeof testPhone>;
beforeEach(() => {
	phone = testPhone();
	vi.useFakeTimers({ now, toFake: ['Date'] });
	vi.stubGlobal('navigator', { locks: { request: inTurn() } });
	phone.settings.set('owner', 'me');
});
afterEach(() => {
	vi.useRealTimers();
	phone.end();
});

/** The locks of a browser, for one name. */
function inTurn() {
	let last: Promise<unknown> | null = null;
	type Work = (lock: object | null) => unknown;
	return async (_name: string, { ifAvailable }: { ifAvailable: boolean }, work: Work) => {
		if (last && ifAvailable) return work(null);
		const mine = Promise.resolve(last).then(() => work({}));
		last = mine;
		await mine;
		if (last === mine) last = null;
		return mine;
	};
}

const parcel = (id: string, more: Partial<StoredParcel> = {}) =>
	phone.parcels.set(id, {
		...{ id, owner: 'me', kind: 'hours', what: 'hours', madeAt: now, state: 'waiting' },
		...{ attempts: 0, nextAt: 0, problem: null, bytes: 1, overdueAt: null, own: null },
		sealed: new ArrayBuffer(1),
		...more,
	});

it.each([
	['asked', { nextAt: now + hour, attempts: 3 }],
	['sign-out', { state: 'draft', nextAt: now + hour }],
] as const)('sends what was %s for also while it is sending already', async (reason, more) => {
	const { flush } = await import('./outbox.ts');
	parcel('first');
	parcel('second', more);
	let goOn: () => void = () => undefined;
	const slow = new Promise<void>((resolve) => (goOn = resolve));
	vi.stubGlobal('fetch', async (address: string, { method }: RequestInit) => {
		if (address.endsWith('first')) await slow;
		if (method === 'HEAD') return new Response(null, { headers: { 'Upload-Offset': '0' } });
		return Response.json({ id: address.slice('/pakket/'.length), outcome: 'received' });
	});
	const underWay = flush('start');
	const wanted = flush(reason);
	goOn();
	await Promise.all([underWay, wanted]);
	expect([...phone.parcels.keys()]).toEqual([]);
});

it('remembers the latest time of its clock when that is set back', async () => {
	const { flush } = await import('./outbox.ts');
	phone.settings.set('lastClock', now + hour);
	await flush('start');
	expect(phone.settings.get('lastClock')).toBe(now + hour);
	vi.setSystemTime(now + 2 * hour);
	await flush('start');
	expect(phone.settings.get('lastClock')).toBe(now + 2 * hour);
});
