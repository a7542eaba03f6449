/**
 * What may be wrong with a photo, told from a grey copy of it: a pure function, so that its thresholds can be tried on
 * made pictures. Each is a question to the person and never a refusal; where it is doubtful nothing is asked.
 */
export type PhotoHint = 'dark' | 'blurry' | 'small' | 'cut';

/** A picture in grey: one byte a pixel, row by row, 0 is black. */
export interface Grey {
	readonly pixels: Uint8Array;
	readonly width: number;
	readonly height: number;
}

/** The copy's longest side, in pixels: the letters of a photographed page are then still some pixels high. */
export const greySide = 1024;

/** With fewer pixels on its short side a photo does not show a written page. */
const shortestSide = 480;
/** Dark is where even the brightest twentieth is below this. */
const darkLevel = 80;
/** Below this spread there is nothing on the picture to judge by. */
const leastSpread = 8;
/** In focus the sharpest parts have a variance of the Laplacian above 600; a page that cannot be read below 100. */
const blurryVariance = 120;
const blockSide = 32;
/** Paper is bright, and writing is this much darker than it. */
const paperLevel = 150;
/** Half of a picture of a page is paper, in light that falls off a little. */
const paperSpread = 40;
const inkDepth = 60;
/** So many changes between ink and paper along one edge are writing that runs on outside the picture. */
const cutChanges = 16;

/** What to ask about a photo: one question at most, the most telling one. `original` is its size before the copy. */
export function hintOf(
	grey: Grey,
	original: { readonly width: number; readonly height: number },
): PhotoHint | null {
	if (Math.min(original.width, original.height) < shortestSide) return 'small';
	const levels = sorted(grey.pixels);
	if (at(levels, 0.95) < darkLevel) return 'dark';
	if (at(levels, 0.98) - at(levels, 0.02) < leastSpread) return null;
	if (at(sorted(variances(grey)), 0.98) < blurryVariance) return 'blurry';
	const isPaper = at(levels, 0.4) >= paperLevel && at(levels, 0.9) - at(levels, 0.4) < paperSpread;
	return isPaper && isCut(grey) ? 'cut' : null;
}

/** The variance of the Laplacian of each block: a blank wall beside something sharp does not make a photo blurry. */
function variances({ pixels, width, height }: Grey): Float64Array {
	const found: number[] = [];
	for (let top = 1; top + blockSide < height; top += blockSide) {
		for (let left = 1; left + blockSide < width; left += blockSide) {
			let [sum, squares] = [0, 0];
			for (let y = top; y < top + blockSide; y += 1) {
				for (let i = y * width + left; i < y * width + left + blockSide; i += 1) {
					const around =
						value(pixels, i - 1) +
						value(pixels, i + 1) +
						value(pixels, i - width) +
						value(pixels, i + width);
					const laplacian = 4 * value(pixels, i) - around;
					sum += laplacian;
					squares += laplacian * laplacian;
				}
			}
			const count = blockSide * blockSide;
			found.push(squares / count - (sum / count) ** 2);
		}
	}
	return Float64Array.from(found);
}

/** Whether writing on paper runs on over one of the four edges. */
function isCut({ pixels, width, height }: Grey): boolean {
	const rows = (from: number) => (along: number, deep: number) =>
		value(pixels, (from + deep) * width + along);
	const columns = (from: number) => (along: number, deep: number) =>
		value(pixels, along * width + from + deep);
	const depth = Math.max(3, Math.round(width / 100));
	return [
		changesAlong(rows(0), width, depth),
		changesAlong(rows(height - depth), width, depth),
		changesAlong(columns(0), height, depth),
		changesAlong(columns(width - depth), height, depth),
	].some((changes) => changes >= cutChanges);
}

/** How often a strip along an edge changes between paper and ink; 0 where it is not paper. */
function changesAlong(
	pixel: (along: number, deep: number) => number,
	length: number,
	depth: number,
): number {
	const darkest = new Uint8Array(length);
	const brightest = new Uint8Array(length);
	for (let along = 0; along < length; along += 1) {
		let [low, high] = [255, 0];
		for (let deep = 0; deep < depth; deep += 1) {
			low = Math.min(low, pixel(along, deep));
			high = Math.max(high, pixel(along, deep));
		}
		darkest[along] = low;
		brightest[along] = high;
	}
	const paper = at(sorted(brightest), 0.5);
	if (paper < paperLevel) return 0;
	const isInk = (along: number) => value(darkest, along) < paper - inkDepth;
	let changes = 0;
	for (let along = 1; along < length; along += 1) {
		if (isInk(along) !== isInk(along - 1)) changes += 1;
	}
	return changes;
}

/** The value below which this share of a sorted list lies. */
function at(sorted: Uint8Array | Float64Array, share: number): number {
	return sorted[Math.floor(sorted.length * share)] ?? 0;
}

function value(pixels: Uint8Array, index: number): number {
	return pixels[index] ?? 0;
}

/** Phones of before 2023 have no `toSorted`. */
function sorted<Values extends Uint8Array | Float64Array>(values: Values): Values {
	return values.slice().sort() as Values;
}
