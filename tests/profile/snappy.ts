/** Unpacks a block of Snappy (google/snappy, format_description.txt); null where it is none. */
export function unsnappy(packed: Uint8Array): Uint8Array | null {
	const [length, start] = varint(packed, 0);
	if (length > 1 << 26) return null;
	const out = new Uint8Array(length);
	let [from, to] = [start, 0];
	while (from < packed.length && to < length) {
		const tag = packed[from++] ?? 0;
		if ((tag & 3) === 0) {
			const extra = Math.max(0, (tag >> 2) - 59);
			const size = (extra === 0 ? tag >> 2 : little(packed, from, extra)) + 1;
			from += extra;
			if (to + size > length || from + size > packed.length) return null;
			out.set(packed.subarray(from, from + size), to);
			[from, to] = [from + size, to + size];
			continue;
		}
		const width = [0, 1, 2, 4][tag & 3] ?? 0;
		const size = width === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
		const back = little(packed, from, width) + (width === 1 ? (tag >> 5) << 8 : 0);
		from += width;
		if (back === 0 || back > to || to + size > length) return null;
		// A copy may reach into what it is writing itself.
		for (let nth = 0; nth < size; nth += 1, to += 1) out[to] = out[to - back] ?? 0;
	}
	return to === length ? out : null;
}

/** A number in groups of seven bits, and where it ends. */
export function varint(bytes: Uint8Array, at: number): [number, number] {
	let [value, shift, next] = [0, 0, at];
	for (;;) {
		const byte = bytes[next++] ?? 0;
		value += (byte & 0x7f) * 2 ** shift;
		shift += 7;
		if (byte < 0x80 || shift > 49) return [value, next];
	}
}

function little(bytes: Uint8Array, at: number, width: number): number {
	let value = 0;
	for (let nth = width - 1; nth >= 0; nth -= 1) value = value * 256 + (bytes[at + nth] ?? 0);
	return value;
}
