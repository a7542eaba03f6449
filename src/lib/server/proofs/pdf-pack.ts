import { deflateSync } from 'node:zlib';
import { type PDFContext, type PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { maxPixels } from '#lib/server/proofs/image-limits.ts';
import type { WaitingStream } from '#lib/server/proofs/pdf-copy.ts';
import { longestStreams } from '#lib/server/proofs/pdf-limits.ts';
import { NotRebuildable } from '#lib/server/proofs/pdf-problem.ts';
import { unpack } from '#lib/server/proofs/pdf-streams.ts';

/** Texts on small paper stay sharp with this. */
const jpegQuality = 85;

/** Gives the streams their content: everything packed anew by us, pictures drawn anew. One at a time, for the memory. */
export async function pack(target: PDFContext, waiting: readonly WaitingStream[]) {
	let total = 0;
	for (const { ref, source, dict } of waiting) {
		if (isPicture(dict)) refuseHuge(dict);
		const { content, isJpeg, predicted } = unpack(source);
		total += content.length;
		if (total > longestStreams) throw new NotRebuildable('too-large');
		if (isJpeg && !isPicture(dict)) throw new NotRebuildable('damaged');
		const bytes = isJpeg ? await drawnAnew(content, dict) : deflateSync(withoutExif(content));
		dict.set(PDFName.of('Filter'), PDFName.of(isJpeg ? 'DCTDecode' : 'FlateDecode'));
		if (predicted) dict.set(PDFName.of('DecodeParms'), target.obj({ ...predicted }));
		target.assign(ref, PDFRawStream.of(dict, bytes));
	}
}

function isPicture(dict: PDFDict): boolean {
	return dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image');
}

function refuseHuge(dict: PDFDict) {
	const [width, height] = ['Width', 'Height'].map((key) => {
		const value = dict.lookup(PDFName.of(key));
		return value instanceof PDFNumber ? value.asNumber() : Number.NaN;
	});
	const pixels = (width ?? 0) * (height ?? 0);
	if (!(pixels > 0)) throw new NotRebuildable('damaged');
	if (pixels > maxPixels) throw new NotRebuildable('too-many-pixels');
}

/** A photo on a page, without what the camera wrote in it. It keeps its size and its number of colours. */
async function drawnAnew(jpeg: Uint8Array, dict: PDFDict): Promise<Buffer> {
	const header = await sharp(jpeg, { limitInputPixels: false }).metadata();
	if (header.format !== 'jpeg') throw new NotRebuildable('damaged');
	if (header.width * header.height > maxPixels) throw new NotRebuildable('too-many-pixels');
	if (header.channels > 3) throw new NotRebuildable('unsupported-type');
	const { data, info } = await sharp(jpeg, { failOn: 'error', limitInputPixels: maxPixels })
		.toColourspace(header.channels === 1 ? 'b-w' : 'srgb')
		.jpeg({ quality: jpegQuality })
		.toBuffer({ resolveWithObject: true });
	dict.set(PDFName.of('Width'), PDFNumber.of(info.width));
	dict.set(PDFName.of('Height'), PDFNumber.of(info.height));
	return data;
}

/** A photo can also stand inside the text of a page; one that tells where it was taken is not let through. */
function withoutExif(content: Uint8Array): Uint8Array {
	if (Buffer.from(content.buffer, content.byteOffset, content.length).includes('Exif\0')) {
		throw new NotRebuildable('unsupported-type');
	}
	return content;
}
