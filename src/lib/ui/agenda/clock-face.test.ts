import { describe, expect, it } from 'vitest';
import { faceOf } from './clock-face.ts';

describe('the face of a clock', () => {
	it('points to nine and to twelve at nine o’clock, and takes the quarter up to noon', () => {
		expect(faceOf('09:00', 180)).toEqual({
			hour: { x: 28, y: 50 },
			minute: { x: 50, y: 16 },
			taken: 'M50 50L6 50A44 44 0 0 1 50 6Z',
			isDark: false,
		});
	});

	it('moves the short hand on between two hours', () => {
		const { hour, minute } = faceOf('13:30', 45);
		expect(minute).toEqual({ x: 50, y: 84 });
		expect(hour.x).toBeGreaterThan(50);
		expect(hour.y).toBeLessThan(50);
		expect(hour).toEqual(faceOf('01:30', 45).hour);
	});

	it.each([
		['05:59', true],
		['06:00', false],
		['17:59', false],
		['18:00', true],
	])('is dark at night: %s', (time, isDark) => {
		expect(faceOf(time, 60).isDark).toBe(isDark);
	});

	it('takes the long way for more than six hours, and nothing for half a day', () => {
		expect(faceOf('09:00', 400).taken).toContain('A44 44 0 1 1');
		expect(faceOf('09:00', 720).taken).toBeNull();
	});
});
