import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ownKey } from './keys.ts';

const settings = vi.hoisted(() => ({ signedInAt: 0, lastClock: 0 }));
vi.mock('./database.ts', () => ({
	setting: (name: keyof typeof settings) => Promise.resolve(settings[name]),
	setSettings: () => Promise.resolve(),
}));

const day = 24 * 3600 * 1000;
const signedInAt = Date.parse('2026-11-01T12:00:00Z');

describe('the key of an own phone', () => {
	let kept: Map<string, Uint8Array<ArrayBuffer>>;

	beforeEach(() => {
		kept = new Map([['own-key', new Uint8Array(32)]]);
		vi.stubGlobal('caches', {
			has: (name: string) => Promise.resolve(kept.has(name)),
			delete: (name: string) => Promise.resolve(kept.delete(name)),
			open: (name: string) =>
				Promise.resolve({
					match: () => Promise.resolve(new Response(kept.get(name))),
					delete: () => Promise.resolve(kept.delete(name)),
				}),
		});
		vi.useFakeTimers({ toFake: ['Date'] });
		Object.assign(settings, { signedInAt, lastClock: signedInAt });
	});

	afterEach(() => {
		vi.useRealTimers();
		vi.unstubAllGlobals();
	});

	it('opens what was kept for 14 days', async () => {
		vi.setSystemTime(signedInAt + 14 * day);
		expect(await ownKey()).not.toBeNull();
	});

	it.each([
		['by the clock of the phone', signedInAt + 14 * day + 1, signedInAt],
		['also where the clock was set back since', signedInAt, signedInAt + 15 * day],
	])('opens nothing afterwards, and is gone: %s', async (_, clock, lastClock) => {
		Object.assign(settings, { lastClock });
		vi.setSystemTime(clock);
		expect(await ownKey()).toBeNull();
		expect(kept.size).toBe(0);
	});
});
