import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import sharp from 'sharp';

/** How much of a picture may differ (share of its pixels) before it counts as changed: anti-aliasing, a cursor. */
export const tolerance = 0.002;

/** Keeps a picture as WebP; small enough for dozens of pages, sharp enough to read each letter. */
export async function keep(picture: Buffer, path: string) {
	await mkdir(dirname(path), { recursive: true });
	await sharp(picture).webp({ quality: 20, effort: 5 }).toFile(path);
}

/** The share of pixels (0–1) in which a picture clearly differs from the one that was kept; 1 when its size does. */
export async function difference(picture: Buffer, path: string): Promise<number> {
	if (!existsSync(path)) return 1;
	const [now, before] = await Promise.all([grey(picture), grey(path)]);
	if (now.width !== before.width || now.height !== before.height) return 1;
	let differing = 0;
	for (let at = 0; at < now.pixels.length; at += 1) {
		if (Math.abs((now.pixels[at] ?? 0) - (before.pixels[at] ?? 0)) > 96) differing += 1;
	}
	return differing / now.pixels.length;
}

/** The lossy picture is compared blurred, so that only what moved or changed differs, not what was rounded. */
async function grey(source: Buffer | string) {
	const { data, info } = await sharp(source)
		.flatten({ background: 'white' })
		.greyscale()
		.blur(1)
		.raw()
		.toBuffer({ resolveWithObject: true });
	return { pixels: data, width: info.width, height: info.height };
}
