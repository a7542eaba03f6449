import { Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import { isBareJpeg } from '#lib/server/proofs/bare-jpeg.ts';
import { fileIn, type NumberedObject } from '#lib/server/proofs/pdf-file.ts';
import { forbiddenNames, keptKeys, namedLists } from '#lib/server/proofs/pdf-keys.ts';
import { longestStreams, mostPages } from '#lib/server/proofs/pdf-limits.ts';
import {
	type Dictionary,
	entryOf,
	SyntaxProblem,
	type Value,
} from '#lib/server/proofs/pdf-syntax.ts';

/** What holds the document together, and how streams are packed; the rest of the keys draws pages. */
const framework = new Set(
	'Pages Kids Count Parent Length Filter DecodeParms Predictor Colors Columns'.split(' '),
);
const streamNames = ['FlateDecode', 'DCTDecode'];

/**
 * Is this a PDF as our own rebuilding writes it, and no more? One that is read in whole, in which every key stands on
 * the list of what draws a page, with this many pages, whose streams are packed in the two ways that we pack them and
 * can be unpacked within the limit.
 */
export async function isBarePdf(bytes: Buffer, pageCount: number): Promise<boolean> {
	try {
		const { objects, trailer } = fileIn(bytes);
		const keys = trailer.entries.map(([key]) => key).join();
		const pages = objects.filter(({ value }) => isPage(value));
		if (keys !== 'Size,Root' || pages.length !== pageCount || pageCount > mostPages) return false;
		if (!objects.every(({ value }) => isDrawing(value))) return false;
		return await areBare(objects);
	} catch (problem) {
		if (problem instanceof SyntaxProblem) return false;
		throw problem;
	}
}

function isPage(value: Value): boolean {
	return value.kind === 'dictionary' && isName(entryOf(value, 'Type'), 'Page');
}

function isName(value: Value | undefined, ...names: readonly string[]): boolean {
	return value?.kind === 'name' && names.includes(value.name);
}

/** Nothing but what the list of keys allows, however deep it stands. */
function isDrawing(value: Value): boolean {
	if (value.kind === 'name') return !forbiddenNames.has(value.name);
	if (value.kind === 'array') return value.items.every(isDrawing);
	return value.kind !== 'dictionary' || value.entries.every(isDrawingEntry);
}

function isDrawingEntry([key, value]: Dictionary['entries'][number]): boolean {
	if (key === 'Resources') return isListOf(value, isResource);
	if (key === 'CharProcs') return isListOf(value, isNamed);
	return (keptKeys.has(key) || framework.has(key)) && isDrawing(value);
}

function isResource([key, value]: Dictionary['entries'][number]): boolean {
	return namedLists.has(key) ? isListOf(value, isNamed) : isDrawingEntry([key, value]);
}

function isNamed([key, value]: Dictionary['entries'][number]): boolean {
	return !forbiddenNames.has(key) && isDrawing(value);
}

/** It must stand there itself: what is elsewhere would be looked at as if it were something else. */
function isListOf(
	value: Value,
	isGood: (entry: Dictionary['entries'][number]) => boolean,
): boolean {
	return value.kind === 'dictionary' && value.entries.every(isGood);
}

async function areBare(objects: readonly NumberedObject[]): Promise<boolean> {
	let left = longestStreams;
	for (const { value, content } of objects) {
		if (content === null || value.kind !== 'dictionary') continue;
		const filter = entryOf(value, 'Filter');
		if (!isName(filter, ...streamNames)) return false;
		if (isName(filter, 'DCTDecode')) {
			if (!isName(entryOf(value, 'Subtype'), 'Image') || !isBareJpeg(content)) return false;
		} else {
			const length = await unpackedLength(content, left);
			if (length === null) return false;
			left -= length;
		}
	}
	return true;
}

/** How long a stream is when unpacked, without keeping it; null when it is broken, longer than this, or has a tail. */
async function unpackedLength(content: Uint8Array, most: number): Promise<number | null> {
	const inflate = createInflate();
	let length = 0;
	try {
		for await (const part of Readable.from([content]).pipe(inflate) as AsyncIterable<Buffer>) {
			length += part.length;
			if (length > most) return null;
		}
	} catch {
		return null;
	}
	return inflate.bytesWritten === content.length ? length : null;
}
