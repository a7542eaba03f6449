import { expect, it } from 'vitest';
import { mannWhitney, welch } from './telling-apart.ts';

const even = Array.from({ length: 200 }, (_, nth) => 25 + ((nth * 37) % 100) / 100);

it('tells two samples apart that lie apart, and none that does not', () => {
	const shuffled = even.map((value, nth) => value + (nth % 2 === 0 ? 0.001 : -0.001));
	expect(Math.abs(welch(even, shuffled))).toBeLessThan(1);
	expect(Math.abs(mannWhitney(even, shuffled))).toBeLessThan(1);
	const slower = even.map((value) => value + 0.2);
	expect(welch(even, slower)).toBeLessThan(-4.5);
	expect(mannWhitney(even, slower)).toBeLessThan(-3.3);
	expect(mannWhitney(slower, even)).toBeGreaterThan(3.3);
});

it('is as the books have it', () => {
	// Ranks of the first: 1, 3, 5 of six, U = 3; mean 4.5, deviation √(9·7/12).
	expect(mannWhitney([1, 3, 5], [2, 4, 6])).toBeCloseTo(-1.5 / Math.sqrt(5.25), 10);
	expect(welch([1, 2, 3], [2, 3, 4])).toBeCloseTo(-1 / Math.sqrt(2 / 3), 10);
});
