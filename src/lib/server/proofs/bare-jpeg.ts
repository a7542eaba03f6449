const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;

/** APP0 (JFIF), DQT, SOF0, SOF2, DHT, DRI: what drawing the picture takes. Exif, XMP, ICC and comments are others. */
const structural = new Set([0xe0, 0xdb, 0xc0, 0xc2, 0xc4, 0xdd]);

/** Is this one JPEG (ITU-T T.81) with only the segments that draw it, and nothing after its end? */
export function isBareJpeg(bytes: Uint8Array): boolean {
	if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return false;
	let at = 2;
	while (bytes[at] === 0xff) {
		const marker = bytes[at + 1] ?? 0;
		if (marker === endOfImage) return at + 2 === bytes.length;
		if (marker !== startOfScan && !structural.has(marker)) return false;
		at += 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
		if (marker === startOfScan) at = endOfScan(bytes, at);
	}
	return false;
}

/** Inside a scan 0xFF stands only before 0x00 (a stuffed byte) or a restart marker. */
function endOfScan(bytes: Uint8Array, from: number): number {
	let at = bytes.indexOf(0xff, from);
	while (at !== -1) {
		const next = bytes[at + 1] ?? -1;
		if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
		at = bytes.indexOf(0xff, at + 2);
	}
	return bytes.length;
}
