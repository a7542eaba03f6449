/** What holds other boxes on the way to the sizes, and how many bytes of its own it begins with. */
const containers: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 };

/** The sizes stand in `meta`, `iprp`, `ipco`: who nests deeper wants to see us fall over. */
const deepest = 3;

/**
 * How many pixels the largest picture has that a HEIF file claims to hold, the tiles of a grid among them: the `ispe`
 * boxes (ISO/IEC 23008-12, 6.5.3), read without decoding anything. Null when there is none or a box does not fit.
 */
export function largestPixels(bytes: Buffer): number | null {
	const found: number[] = [];
	const isWhole = collect(bytes, found, 0);
	return isWhole && found.length > 0 ? found.reduce((most, each) => Math.max(most, each)) : null;
}

function collect(bytes: Buffer, found: number[], depth: number): boolean {
	if (depth > deepest) return false;
	let rest = bytes;
	while (rest.length > 0) {
		const box = boxAt(rest);
		if (box === null) return false;
		if (box.type === 'ispe') {
			if (box.content.length < 12) return false;
			found.push(box.content.readUInt32BE(4) * box.content.readUInt32BE(8));
		}
		const own = containers[box.type];
		const isRead = own === undefined || collect(box.content.subarray(own), found, depth + 1);
		if (!isRead) return false;
		rest = rest.subarray(box.length);
	}
	return true;
}

/** The box at the start (ISO/IEC 14496-12, 4.2): a size of 1 means that 64 bits follow, 0 that it is the last one. */
function boxAt(bytes: Buffer): { type: string; content: Buffer; length: number } | null {
	if (bytes.length < 8) return null;
	const size = bytes.readUInt32BE(0);
	const header = size === 1 ? 16 : 8;
	if (bytes.length < header) return null;
	const claimed = size === 1 ? Number(bytes.readBigUInt64BE(8)) : size;
	const length = size === 0 ? bytes.length : claimed;
	if (length < header || length > bytes.length) return null;
	const type = bytes.toString('latin1', 4, 8);
	return { type, content: bytes.subarray(header, length), length };
}
