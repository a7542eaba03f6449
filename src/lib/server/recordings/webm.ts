import { mostParts } from './parts.ts';

/** Matroska's elements (RFC 9559) that say what a recording is; all others are passed over. */
const ids = {
	ebml: 0x1a45dfa3,
	docType: 0x4282,
	segment: 0x18538067,
	info: 0x1549a966,
	timestampScale: 0x2ad7b1,
	tracks: 0x1654ae6b,
	trackEntry: 0xae,
	trackType: 0x83,
	codec: 0x86,
	attachments: 0x1941a469,
	cluster: 0x1f43b675,
	timestamp: 0xe7,
	blockGroup: 0xa0,
	block: 0xa1,
	simpleBlock: 0xa3,
} as const;

/** What holds other elements and is looked into. */
const masters = new Set<number>([
	ids.ebml,
	ids.segment,
	ids.info,
	ids.tracks,
	ids.trackEntry,
	ids.cluster,
	ids.blockGroup,
]);

/** How many seconds a WebM file of one Opus track takes; null when it is anything else, or goes on after its end. */
export function webmSeconds(bytes: Buffer): number | null {
	if (bytes.length < 4 || bytes.readUInt32BE(0) !== ids.ebml) return null;
	const trackTypes: number[] = [];
	const codecs: string[] = [];
	let [docType, scale, cluster, last] = ['', 1_000_000, 0, -1];
	let parts = 0;
	for (let at = 0; at < bytes.length;) {
		if ((parts += 1) > mostParts) return null;
		const id = number(bytes, at, 4, 'with-length');
		const size = id && number(bytes, at + id.length, 8, 'bare');
		if (!id || !size) return null;
		const from = at + id.length + size.length;
		const isMaster = masters.has(id.value);
		if (isMaster) at = from;
		else if (size.value === unknown || from + size.value > bytes.length) return null;
		else at = from + size.value;
		const content = isMaster ? bytes.subarray(0, 0) : bytes.subarray(from, at);
		if (id.value === ids.attachments) return null;
		if (id.value === ids.docType) docType = content.toString('latin1');
		if (id.value === ids.codec) codecs.push(content.toString('latin1'));
		if (id.value === ids.trackType) trackTypes.push(whole(content));
		if (id.value === ids.timestampScale) scale = whole(content);
		if (id.value === ids.timestamp) cluster = whole(content);
		if (id.value === ids.simpleBlock || id.value === ids.block) {
			if (content.length < 4) return null;
			last = Math.max(last, cluster + content.readInt16BE(1));
		}
	}
	const isOneSound = trackTypes.join() === String(audio) && codecs.join() === 'A_OPUS';
	return docType === 'webm' && isOneSound && last >= 0 ? (last * scale) / 1e9 : null;
}

const audio = 2;

/** The size of an element that ends where the next of its kind begins, as a recorder writes it that cannot go back. */
const unknown = -1;

/** A number that says its own length by its leading zero bits; an id keeps that mark as part of itself. */
function number(bytes: Buffer, at: number, longest: number, mark: 'with-length' | 'bare') {
	const first = bytes[at] ?? 0;
	const length = Math.clz32(first) - 23;
	if (first === 0 || length > longest || at + length > bytes.length) return null;
	const raw = bytes.subarray(at, at + length);
	if (mark === 'with-length') return { value: whole(raw), length };
	const bare = [first & (0xff >> length), ...raw.subarray(1)];
	const isUnknown = bare[0] === 0xff >> length && raw.subarray(1).every((byte) => byte === 0xff);
	return { value: isUnknown ? unknown : whole(bare), length };
}

function whole(bytes: Iterable<number>): number {
	let value = 0;
	for (const byte of bytes) value = value * 256 + byte;
	return value;
}
