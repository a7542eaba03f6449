import { crc32, inflateRawSync } from 'node:zlib';

/** The parts of an archive by name, or why it cannot be taken. */
export type Parts = ReadonlyMap<string, Buffer> | 'damaged' | 'tooLarge';

/**
 * Unpacks a ZIP archive (PKWARE APPNOTE 6.3.10) within `most` bytes in all and at most 200 parts: what an archive says of
 * its own sizes is not believed. No Zip64, no encryption, and only the two methods that spreadsheets use.
 */
export function unpacked(bytes: Buffer, most: number): Parts {
	try {
		return read(bytes, most);
	} catch (problem) {
		if (problem instanceof RangeError && codeOf(problem) === 'ERR_BUFFER_TOO_LARGE')
			return 'tooLarge';
		const isKnown = problem instanceof RangeError || codeOf(problem).startsWith('Z_');
		if (isKnown) return 'damaged';
		throw problem;
	}
}

/** An archive of these parts, nothing compressed: for a reader that has no bounds of its own. */
export function packed(parts: ReadonlyMap<string, Buffer>): Buffer {
	const files: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [name, content] of parts) {
		const shared = headerOf(name, content);
		const local = [number(0x04034b50), shared, Buffer.from(name), content];
		directory.push(
			number(0x02014b50),
			Buffer.from([20, 0]),
			shared,
			Buffer.alloc(10),
			number(offset),
		);
		directory.push(Buffer.from(name));
		files.push(...local);
		offset += Buffer.concat(local).length;
	}
	const listed = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(parts.size, 8);
	end.writeUInt16LE(parts.size, 10);
	end.writeUInt32LE(listed.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...files, listed, end]);
}

function read(bytes: Buffer, most: number): Parts {
	const end = bytes.lastIndexOf(number(0x06054b50));
	if (end < 0) return 'damaged';
	const count = bytes.readUInt16LE(end + 10);
	if (count > 200) return 'tooLarge';
	const parts = new Map<string, Buffer>();
	let left = most;
	let at = bytes.readUInt32LE(end + 16);
	for (let index = 0; index < count; index += 1) {
		if (bytes.readUInt32LE(at) !== 0x02014b50) return 'damaged';
		const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
		const nameLength = bytes.readUInt16LE(at + 28);
		const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
		if (isEncrypted || parts.has(name)) return 'damaged';
		const content = contentOf(bytes, at, left);
		if (content === 'damaged') return 'damaged';
		left -= content.length;
		parts.set(name, content);
		at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
	}
	return parts;
}

function contentOf(bytes: Buffer, at: number, most: number): Buffer | 'damaged' {
	const local = bytes.readUInt32LE(at + 42);
	if (bytes.readUInt32LE(local) !== 0x04034b50) return 'damaged';
	const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
	const raw = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
	const method = bytes.readUInt16LE(at + 10);
	if (method !== 0 && method !== 8) return 'damaged';
	// zlib takes no bound of nothing, so what may not hold a byte may hold one, and is refused by its successor.
	const content = method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: Math.max(most, 1) });
	if (content.length > most) throw tooLarge();
	return crc32(content) === bytes.readUInt32LE(at + 16) ? content : 'damaged';
}

function tooLarge(): RangeError {
	return Object.assign(new RangeError('The archive is larger than its bound'), {
		code: 'ERR_BUFFER_TOO_LARGE',
	});
}

/** What the header before a part and the one in the directory have alike, from the version to the two lengths. */
function headerOf(name: string, content: Buffer): Buffer {
	const header = Buffer.alloc(26);
	header.writeUInt16LE(20, 0);
	header.writeUInt16LE(0x0800, 2);
	header.writeUInt16LE(0x21, 8);
	header.writeUInt32LE(crc32(content), 10);
	header.writeUInt32LE(content.length, 14);
	header.writeUInt32LE(content.length, 18);
	header.writeUInt16LE(Buffer.byteLength(name), 22);
	return header;
}

function number(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}

function codeOf(problem: unknown): string {
	return problem instanceof Error && 'code' in problem ? String(problem.code) : '';
}
