import { afterEach, beforeEach, expect, it } from 'vitest';
import { testPhone } from './test-phone.ts';

let phone: ReturnType<typeof testPhone>;
beforeEach(() => (phone = testPhone()));
afterEach(() => phone.end());

const seal = { version: 1, publicKey: 'B' };
const first = { owner: 'first', mode: 'own', key: 'A'.repeat(43), seal };
const second = { owner: 'second', mode: 'shared', key: null, seal };

function given(keys: object, headers = {}) {
	phone.serve({ '/telefoon/sleutels': () => Response.json(keys, { headers }) });
}

it('is of who signed in next, though the choice of the first ended with that', async () => {
	const { takeKeys } = await import('./keys.ts');
	given(first);
	await takeKeys();
	expect(phone.kept.has('own-key')).toBe(true);
	given(second, { 'x-phone': 'revoked' });
	await takeKeys();
	expect(phone.kept.has('own-key')).toBe(false);
	// Without these the second could keep nothing here, and what waits of theirs would never be sent.
	expect(phone.settings.get('owner')).toBe('second');
	expect(phone.settings.get('mode')).toBe('shared');
	expect(phone.settings.get('seal')).toEqual(seal);
});

it('keeps no key of a phone that was ended, and asks whose it is of nobody', async () => {
	const { takeKeys } = await import('./keys.ts');
	given(first);
	await takeKeys();
	phone.serve({
		'/telefoon/sleutels': () =>
			Response.json({}, { status: 401, headers: { 'x-phone': 'revoked' } }),
	});
	expect(await takeKeys()).toBeNull();
	expect(phone.kept.has('own-key')).toBe(false);
	expect(phone.settings.get('owner')).toBe('first');
});

it('takes the key itself away too: a cache that something still holds stays on the disk when it is deleted', async () => {
	const { takeKeys } = await import('./keys.ts');
	const { wipeOwn } = await import('./own-cache.ts');
	given(first);
	await takeKeys();
	const held = phone.cacheOf('own-key');
	expect(await held.match('/own-key')).toBeDefined();
	await wipeOwn();
	expect(await held.match('/own-key')).toBeUndefined();
	expect(phone.kept.has('own-key')).toBe(false);
});
