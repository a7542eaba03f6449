/**
 * A program of its own, started for one photo by decoder-process.ts with few rights and no environment: the photo on
 * standard input; on standard output one line of JSON and the new JPEG.
 */
import sharp from 'sharp';
import {
	type Decoded,
	jpegQuality,
	longestSide,
	maxPixels,
	type Undecoded,
} from '#lib/server/proofs/image-limits.ts';

interface Answer {
	head: Decoded | Undecoded;
	jpeg: Buffer;
}

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
	operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'],
});
sharp.concurrency(1);
sharp.cache(false);

const { head, jpeg } = await answer(await standardInput(), process.argv[2]);
process.stdout.write(`${JSON.stringify(head)}\n`);
process.stdout.write(jpeg);

async function answer(bytes: Buffer, type: string | undefined): Promise<Answer> {
	const header = await headerOf(bytes);
	if (header === null || header.format !== type) return refusal('damaged');
	if (header.width * header.height > maxPixels) return refusal('too-many-pixels');
	return (await reencode(bytes)) ?? refusal('damaged');
}

/** Reads the header alone, so that the size is known before anything is unpacked. */
async function headerOf(bytes: Buffer) {
	try {
		return await sharp(bytes, { limitInputPixels: false }).metadata();
	} catch {
		return null;
	}
}

/** sharp leaves out all metadata unless told to keep it; a decoder that stops at an error leaves no half photo. */
async function reencode(bytes: Buffer): Promise<Answer | null> {
	try {
		const { data, info } = await sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels })
			.autoOrient()
			.resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
			.flatten({ background: '#ffffff' })
			.toColourspace('srgb')
			.jpeg({ quality: jpegQuality })
			.toBuffer({ resolveWithObject: true });
		return { head: { ok: true, width: info.width, height: info.height }, jpeg: data };
	} catch {
		return null;
	}
}

function refusal(reason: Undecoded['reason']): Answer {
	return { head: { ok: false, reason }, jpeg: Buffer.alloc(0) };
}

async function standardInput(): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) chunks.push(chunk);
	return Buffer.concat(chunks);
}
