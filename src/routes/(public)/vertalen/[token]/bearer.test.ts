import { isHttpError } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { expectFew } from './bearer.ts';

it('lets a hundred recordings a day come through one link, and any number of texts', () => {
	const sound = new Blob(['x']);
	const waits = (recording: Blob | null, id: string, now: number) => {
		try {
			expectFew(recording, { id }, now);
			return false;
		} catch (problem) {
			return isHttpError(problem, 429);
		}
	};
	const hundred = Array.from({ length: 100 }, () => waits(sound, 'one', 0));
	expect(hundred).not.toContain(true);
	expect(waits(sound, 'one', 1)).toBe(true);
	expect(waits(null, 'one', 1)).toBe(false);
	expect(waits(sound, 'other', 1)).toBe(false);
	expect(waits(sound, 'one', 24 * 3_600_000)).toBe(false);
});
