import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	everythingBoth,
	languageModes,
	languageTops,
	modeOf,
	shownOf,
	topOf,
} from './bilingual.ts';

describe('what a block shows', () => {
	it.each([
		['ar', 'both', true, 'both'],
		['ar', 'ownOnTap', true, 'ownOnTap'],
		['ar', 'dutchOnly', true, 'dutch'],
		['ar', 'ownOnTap', false, 'both'],
		['ar', 'dutchOnly', false, 'both'],
		['nl', 'both', false, 'dutch'],
		['nl', 'ownOnTap', true, 'dutch'],
	] as const)('to a reader of %s in mode %s, foldable %s, is %s', (language, mode, may, shown) => {
		expect(shownOf(language, mode, may)).toBe(shown);
	});
});

describe('what was stored', () => {
	it('is read back', () => {
		expect(languageModes.map(modeOf)).toEqual(languageModes);
		expect(languageTops.map(topOf)).toEqual(languageTops);
	});

	it('is both languages, the mother tongue on top, for nothing and for whatever else stands there', () => {
		expect({ mode: modeOf(null), top: topOf(null) }).toEqual(everythingBoth);
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (stored) => {
				fc.pre(![...languageModes, ...languageTops].some((known) => known === stored));
				expect(modeOf(stored)).toBe('both');
				expect(topOf(stored)).toBe('own');
			}),
		);
		expect(modeOf('toString')).toBe('both');
	});
});
