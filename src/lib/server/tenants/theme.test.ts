import { describe, expect, it } from 'vitest';
import * as tenants from './tenants.ts';
import { colour, contrast, contrastPairs } from './theme.ts';

describe('contrast', () => {
	it.each([
		['#000000', '#ffffff', 21],
		['#ffffff', '#ffffff', 1],
		['#767676', '#ffffff', 4.54],
		['#777777', '#ffffff', 4.48],
		['#ff0000', '#ffffff', 4],
	])('of %s and %s is %d', (one, other, ratio) => {
		expect(contrast(one, other)).toBeCloseTo(ratio, 2);
		expect(contrast(other, one)).toBeCloseTo(ratio, 2);
	});
});

describe.each(tenants.all())('the theme of $name', ({ theme }) => {
	it.each(contrastPairs)('can be read: %s on %s', (foreground, background, least) => {
		const found = contrast(theme[foreground], colour(theme, background));
		expect(found).toBeGreaterThanOrEqual(least);
	});
});
