import { inflateSync, constants } from 'node:zlib';
import {
	decodePDFRawStream,
	PDFArray,
	PDFDict,
	PDFName,
	PDFNumber,
	PDFRawStream,
} from '@cantoo/pdf-lib';
import { longestStream } from '#lib/server/proofs/pdf-limits.ts';
import { NotRebuildable } from '#lib/server/proofs/pdf-problem.ts';

/** The content of a stream, unpacked as far as we do: a JPEG stays one, and lines may still be as a predictor left them. */
export interface Unpacked {
	readonly content: Uint8Array;
	readonly isJpeg: boolean;
	/** How the lines were predicted (ISO 32000-2, 7.4.4.4), when they were. */
	readonly predicted: Predicted | null;
}

const predictorKeys = ['Predictor', 'Colors', 'BitsPerComponent', 'Columns'] as const;
export type Predicted = Readonly<Partial<Record<(typeof predictorKeys)[number], number>>>;

/**
 * Unpacks a stream. Fax, JBIG2 and JPEG 2000 are refused: they would have to go through as they came, into a decoder
 * of the reader's that is often attacked. What is larger than the limit is refused before it is there.
 */
export function unpack({ dict, contents }: PDFRawStream): Unpacked {
	const filters = listOf(dict, 'Filter');
	const settings = listOf(dict, 'DecodeParms');
	let content = contents;
	for (const [at, filter] of filters.entries()) {
		const name = filter instanceof PDFName ? nameOf(filter) : '';
		const isLast = at === filters.length - 1;
		if (name === 'DCTDecode' && isLast) return { content, isJpeg: true, predicted: null };
		const given = settings[at];
		const setting = given instanceof PDFDict ? given : null;
		content = name === 'FlateDecode' ? inflated(content) : decoded(content, dict, name, setting);
		const predicted = setting && predictedBy(setting);
		if (predicted && isLast) return { content, isJpeg: false, predicted };
		if (predicted) throw new NotRebuildable('unsupported-type');
	}
	return { content, isJpeg: false, predicted: null };
}

/** A filter's short name, as in pictures inside the text of a page, is sometimes used here too. */
const shortNames: Readonly<Record<string, string>> = {
	Fl: 'FlateDecode',
	DCT: 'DCTDecode',
	LZW: 'LZWDecode',
	A85: 'ASCII85Decode',
	AHx: 'ASCIIHexDecode',
	RL: 'RunLengthDecode',
};
const others = new Set(['LZWDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode']);

function nameOf(filter: PDFName): string {
	const name = filter.decodeText();
	return shortNames[name] ?? name;
}

function listOf(dict: PDFDict, key: string) {
	const value = dict.lookup(PDFName.of(key));
	if (value instanceof PDFArray) return value.asArray().map((item) => dict.context.lookup(item));
	return value ? [value] : [];
}

function inflated(content: Uint8Array): Buffer {
	try {
		const options = { maxOutputLength: longestStream, finishFlush: constants.Z_SYNC_FLUSH };
		return inflateSync(content, options);
	} catch (problem) {
		const isTooLarge = problem instanceof RangeError;
		throw new NotRebuildable(isTooLarge ? 'too-large' : 'damaged');
	}
}

function decoded(
	content: Uint8Array,
	{ context }: PDFDict,
	name: string,
	setting: PDFDict | null,
): Uint8Array {
	if (!others.has(name)) throw new NotRebuildable('unsupported-type');
	const dict = PDFDict.withContext(context);
	dict.set(PDFName.of('Filter'), PDFName.of(name));
	if (setting) dict.set(PDFName.of('DecodeParms'), setting);
	const plain = decodePDFRawStream(PDFRawStream.of(dict, content)).getBytes(longestStream + 1);
	if (plain.length > longestStream) throw new NotRebuildable('too-large');
	return Buffer.from(plain.buffer, plain.byteOffset, plain.length);
}

function predictedBy(setting: PDFDict): Predicted | null {
	const found = predictorKeys.flatMap((key) => {
		const value = setting.lookup(PDFName.of(key));
		return value instanceof PDFNumber ? [[key, value.asNumber()] as const] : [];
	});
	const predicted: Predicted = Object.fromEntries(found);
	return (predicted.Predictor ?? 1) > 1 ? predicted : null;
}
