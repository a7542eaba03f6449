import { expect, test } from 'vitest';
import { cutPage, grey, page, scene, wall } from '../../../tests/browser/pictures.ts';
import { type Grey, hintOf } from './photo-quality.ts';

const size = { width: 2560, height: 1920 };
const hint = async (svg: string, changed: Parameters<typeof grey>[1] = {}) =>
	hintOf(await grey(svg, changed), size);

test.each([
	['a page on a table', page],
	['people and things', scene(1)],
	['other things', scene(9)],
	['a wall with something on it', wall],
])('%s, in focus and in the light: nothing is asked', async (_, svg) => {
	expect(await hint(svg)).toBeNull();
	expect(await hint(svg, { noise: 3 })).toBeNull();
	expect(await hint(svg, { blur: 1 })).toBeNull();
	expect(await hint(svg, { gain: 0.6 })).toBeNull();
});

test.each([
	['a page', page, 6],
	['people and things', scene(1), 4],
	['other things', scene(9), 5],
	['a wall with something on it', wall, 5],
])('%s, out of focus: is it sharp?', async (_, svg, blur) => {
	expect(await hint(svg, { blur })).toBe('blurry');
	expect(await hint(svg, { blur: 12 })).toBe('blurry');
	expect(await hint(svg, { blur: 12, noise: 2 })).toBe('blurry');
});

test.each([
	['a page', page],
	['people and things', scene(1)],
	['a wall with something on it', wall],
])('%s, in the dark: is it dark?', async (_, svg) => {
	expect(await hint(svg, { gain: 0.2 })).toBe('dark');
	expect(await hint(svg, { gain: 0.2, noise: 3 })).toBe('dark');
	expect(await hint(svg, { gain: 0 })).toBe('dark');
});

test.each(['left', 'right', 'top', 'bottom'] as const)(
	'a page that runs on at the %s',
	async (side) => {
		expect(await hint(cutPage(side))).toBe('cut');
	},
);

test('a page held so near that only its margin is left is whole', async () => {
	expect(await hint(cutPage('none'))).toBeNull();
});

test('a picture of few pixels is small, however good it is', async () => {
	const small = await grey(page);
	expect(hintOf(small, { width: 640, height: 479 })).toBe('small');
	expect(hintOf(small, { width: 480, height: 640 })).toBeNull();
});

test('one colour is not asked about, and the smallest picture does no harm', () => {
	const plain = (width: number, height: number): Grey => ({
		pixels: new Uint8Array(width * height).fill(120),
		width,
		height,
	});
	expect(hintOf(plain(1024, 768), size)).toBeNull();
	for (const [width, height] of [
		[1, 1],
		[3, 1024],
		[1024, 1],
		[0, 0],
	] as const) {
		expect(() => hintOf(plain(width, height), size)).not.toThrow();
	}
});
