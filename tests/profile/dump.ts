import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	brotliDecompressSync,
	constants,
	inflateRawSync,
	inflateSync,
	zstdDecompressSync,
} from 'node:zlib';
import { blocksOf } from './tables.ts';

/** What is looked for: a name to tell it by, and its bytes however a browser may write them. */
export interface Sought {
	readonly name: string;
	readonly bytes: readonly Buffer[];
}

/** One place where something was found. */
export interface Place {
	readonly name: string;
	readonly file: string;
}

/** Words, as UTF-8, as the two orders of UTF-16, and as they stand in an address or in JSON. */
export function words(name: string, text: string): Sought {
	const utf16 = Buffer.from(text, 'utf16le');
	const escaped = JSON.stringify(text).slice(1, -1);
	const ascii = escaped.replace(/[^ -~]/g, (letter) => {
		return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
	const written = [text, encodeURIComponent(text), encodeURIComponent(text).replaceAll('%20', '+')];
	const latin = /^[\0-ÿ]*$/.test(text) ? [Buffer.from(text, 'latin1')] : [];
	return {
		name,
		bytes: [
			...[...written, escaped, ascii].map((each) => Buffer.from(each)),
			...latin,
			utf16,
			Buffer.from(utf16).swap16(),
		],
	};
}

/** A secret key, as bytes and as text. */
export function secret(name: string, key: string): Sought {
	const raw = Buffer.from(key, 'base64url');
	const texts = (['base64url', 'base64', 'hex'] as const).map((how) => raw.toString(how));
	return { name, bytes: [raw, ...texts.flatMap((text) => words(name, text).bytes)] };
}

/** Every place in a folder, packed or not, where something of what is sought stands; and how many files were read. */
export function look(
	folder: string,
	sought: readonly Sought[],
): { readonly places: readonly Place[]; readonly files: number } {
	const places: Place[] = [];
	let files = 0;
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name);
		const file = read(path);
		if (file === null) continue;
		const readings = readingsOf(file);
		files += 1;
		for (const { bytes, name } of sought) {
			const stands = readings.some((reading) => bytes.some((each) => reading.includes(each)));
			if (stands) places.push({ name, file: path.slice(folder.length + 1) });
		}
	}
	return { places, files };
}

/** The browser removes files while it ends. */
function read(path: string): Buffer | null {
	try {
		return readFileSync(path);
	} catch (problem) {
		if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return null;
		throw problem;
	}
}

/** The ways to read a file: as it is, and whatever in it was packed. */
export function readingsOf(file: Buffer): Buffer[] {
	return [file, ...blocksOf(file).map((block) => Buffer.from(block)), ...unpacked(file)];
}

/** Of an entry of a disk cache the address begins behind 24 bytes, and the answer behind the address. */
const entryMagic = Buffer.from('305c72a71b6dfbfc', 'hex');
const entryHead = 24;

function unpacked(file: Buffer): Buffer[] {
	const starts = [0];
	if (file.subarray(0, 8).equals(entryMagic)) starts.push(entryHead + file.readUInt32LE(12));
	for (let at = file.indexOf(gzipMark); at !== -1; at = file.indexOf(gzipMark, at + 1)) {
		// Behind its head of ten bytes: what follows the packed text would be taken for another head.
		starts.push(at + 10);
	}
	return starts.flatMap((start) => {
		const bytes = file.subarray(start);
		return ways.flatMap((way) => {
			try {
				const text = way(bytes);
				return text.length > 0 ? [text] : [];
			} catch {
				return [];
			}
		});
	});
}

const gzipMark = Buffer.from([0x1f, 0x8b, 8]);

/** What ends too early, or is followed by something else, is read as far as it goes. */
const most = { maxOutputLength: 1 << 26 };
const partly = { finishFlush: constants.Z_SYNC_FLUSH, ...most };
const ways = [
	(bytes: Buffer) => inflateSync(bytes, partly),
	(bytes: Buffer) => inflateRawSync(bytes, partly),
	(bytes: Buffer) =>
		brotliDecompressSync(bytes, { finishFlush: constants.BROTLI_OPERATION_FLUSH, ...most }),
	(bytes: Buffer) => zstdDecompressSync(bytes, { finishFlush: constants.ZSTD_e_flush, ...most }),
];
