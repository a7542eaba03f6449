import { afterEach, beforeEach, expect, it } from 'vitest';
import { sealKeyPair } from './unseal.ts';
import { testPhone } from './test-phone.ts';

let phone: ReturnType<typeof testPhone>;
beforeEach(() => (phone = testPhone()));
afterEach(() => phone.end());

const made = { kind: 'hours', madeAt: 1, isWhole: true, fields: {}, files: [] } as const;
const how = { what: 'hours', state: 'waiting', nextAt: 0, isShown: false } as const;

it.each([
	['who it was begun for', { owner: 'first' }, 'first', 'first'],
	['whoever signed in last, where that is all that is known', {}, 'second', 'second'],
	['nobody else who signed in since', { owner: 'first' }, 'second', undefined],
])('makes what is kept for %s', async (_who, begun, signedIn, expected) => {
	const { wrapped } = await import('./making.ts');
	const { publicKey } = await sealKeyPair(new Uint8Array(32).fill(7));
	phone.settings.set('owner', signedIn);
	phone.settings.set('seal', { version: 1, publicKey });
	const parcel = await wrapped({ ...made, id: 'a'.repeat(22) }, { ...how, ...begun });
	expect(parcel).toEqual(
		expected === undefined ? null : expect.objectContaining({ owner: expected }),
	);
});

it('says so of what is more than one parcel holds', async () => {
	const { mostBytes, wrapped } = await import('./making.ts');
	const { publicKey } = await sealKeyPair(new Uint8Array(32).fill(7));
	phone.settings.set('owner', 'first');
	phone.settings.set('seal', { version: 1, publicKey });
	const files = [{ name: 'a.pdf', type: 'application/pdf', bytes: new Uint8Array(mostBytes) }];
	expect(await wrapped({ ...made, files, id: 'a'.repeat(22) }, how)).toBe('tooLarge');
});
