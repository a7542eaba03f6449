/** Opus in Ogg always counts 48 000 samples a second (RFC 7845, section 4). */
const samplesPerSecond = 48_000;
const headBytes = 27;
const neverEnds = 0xffff_ffff_ffff_ffffn;

/** How many seconds an Ogg file (RFC 3533) of one Opus stream takes; null when it is anything else. */
export function oggSeconds(bytes: Buffer): number | null {
	let [at, serial, samples] = [0, -1, 0n];
	while (at < bytes.length) {
		const head = bytes.subarray(at, at + headBytes);
		if (head.length < headBytes || head.toString('latin1', 0, 4) !== 'OggS' || head[4] !== 0) {
			return null;
		}
		const parts = bytes.subarray(at + headBytes, at + headBytes + (head[26] ?? 0));
		const from = at + headBytes + parts.length;
		const length = parts.reduce((total, part) => total + part, 0);
		if (parts.length !== head[26] || from + length > bytes.length) return null;
		if (at === 0) {
			serial = head.readUInt32LE(14);
			if (bytes.toString('latin1', from, from + 8) !== 'OpusHead') return null;
		}
		if (head.readUInt32LE(14) !== serial) return null;
		const position = head.readBigUInt64LE(6);
		if (position !== neverEnds && position > samples) samples = position;
		at = from + length;
	}
	return serial === -1 || samples === 0n ? null : Number(samples) / samplesPerSecond;
}
