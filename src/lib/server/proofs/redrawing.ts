import sharp, { type Sharp } from 'sharp';
import { largestPixels } from '#lib/server/proofs/heif-size.ts';
import {
	type Decoded,
	jpegQuality,
	longestSide,
	maxPixels,
	type Undecoded,
} from '#lib/server/proofs/image-limits.ts';

export interface Redrawn {
	readonly head: Decoded | Undecoded;
	readonly jpeg: Buffer;
}

/** Reads a photo of this type in full and draws it anew: upright, sRGB, not too large, without any metadata. */
export async function redrawn(bytes: Buffer, type: string | undefined): Promise<Redrawn> {
	const pixels = type === 'heif' ? largestPixels(bytes) : await pixelsOf(bytes, type);
	if (pixels === null) return refusal('damaged');
	if (pixels > maxPixels) return refusal('too-many-pixels');
	try {
		return await drawn(type === 'heif' ? await heifIn(bytes) : uprightIn(bytes));
	} catch {
		return refusal('damaged');
	}
}

/** Reads the header alone, so that the size is known before anything is unpacked; null when it is of another kind. */
async function pixelsOf(bytes: Buffer, type: string | undefined): Promise<number | null> {
	try {
		const header = await sharp(bytes, { limitInputPixels: false }).metadata();
		return header.format === type ? header.width * header.height : null;
	} catch {
		return null;
	}
}

/** A decoder that stops at an error leaves no half photo. */
function uprightIn(bytes: Buffer): Sharp {
	return sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels }).autoOrient();
}

/** sharp cannot read HEIC; what it gets here is upright already. The decoder of HEIC is large: loaded when needed. */
async function heifIn(bytes: Buffer): Promise<Sharp> {
	const heif = await import('#lib/server/proofs/heif-picture.ts');
	const pixels = await heif.pixelsOf(bytes, maxPixels);
	if (pixels === null) throw new Error('This HEIC cannot be decoded');
	const { data, width, height } = pixels;
	return sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: maxPixels });
}

/** sharp leaves out all metadata unless told to keep it. */
async function drawn(photo: Sharp): Promise<Redrawn> {
	const { data, info } = await photo
		.resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
		.flatten({ background: '#ffffff' })
		.toColourspace('srgb')
		.jpeg({ quality: jpegQuality })
		.toBuffer({ resolveWithObject: true });
	return { head: { ok: true, width: info.width, height: info.height }, jpeg: data };
}

function refusal(reason: Undecoded['reason']): Redrawn {
	return { head: { ok: false, reason }, jpeg: Buffer.alloc(0) };
}
