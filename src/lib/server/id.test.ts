import { expect, it } from 'vitest';
import { isId, newId } from './id.ts';

it('an id is 128 random bits, each another', () => {
	const ids = new Set(Array.from({ length: 10_000 }, newId));
	expect(ids.size).toBe(10_000);
	for (const id of ids) expect(isId(id) && Buffer.from(id, 'base64url').length === 16).toBe(true);
});

it.each(['', 'a', 'A'.repeat(21), 'A'.repeat(23), `${'A'.repeat(21)}+`, `${'A'.repeat(21)}\n`])(
	'%j is no id',
	(text) => expect(isId(text)).toBe(false),
);
