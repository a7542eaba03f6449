import { mostParts } from './parts.ts';

interface Box {
	readonly type: string;
	readonly content: Buffer;
}

/** What a file of sound consists of; the rest (ISO/IEC 14496-12) has no place in a recording. */
const outermost = new Set(['ftyp', 'styp', 'moov', 'moof', 'mdat', 'mfra', 'sidx', 'free', 'wide']);

/** How many seconds an MP4 file with one track of sound takes; null when it is anything else. */
export function mp4Seconds(bytes: Buffer): number | null {
	const boxes = boxesIn(bytes);
	const moov = one(boxes, 'moov');
	if (boxes?.[0]?.type !== 'ftyp' || !boxes.every(({ type }) => outermost.has(type))) return null;
	const tracks = (boxesIn(moov) ?? []).filter(({ type }) => type === 'trak');
	const media = tracks.length === 1 ? one(boxesIn(tracks[0]?.content), 'mdia') : undefined;
	const inMedia = boxesIn(media);
	if (one(inMedia, 'hdlr')?.toString('latin1', 8, 12) !== 'soun') return null;
	const said = duration(one(inMedia, 'mdhd'));
	if (said === null || !boxes.some(({ type }) => type === 'mdat')) return null;
	let { units } = said;
	for (const { content, type } of boxes) {
		if (type === 'moof') units = Math.max(units, startOf(content));
	}
	return units / said.scale;
}

/** The duration in the header of the media; a recorder that cannot go back leaves it at 0. */
function duration(mdhd: Buffer | undefined): { scale: number; units: number } | null {
	const isLong = mdhd?.[0] === 1;
	const [scaleAt, unitsAt, length] = isLong ? [20, 24, 32] : [12, 16, 20];
	if (!mdhd || mdhd.length < length) return null;
	const scale = mdhd.readUInt32BE(scaleAt);
	const units = isLong ? Number(mdhd.readBigUInt64BE(unitsAt)) : mdhd.readUInt32BE(unitsAt);
	return scale === 0 ? null : { scale, units };
}

/** When a fragment begins: the last one says nearly how long the whole takes. */
function startOf(moof: Buffer): number {
	const tfdt = one(boxesIn(one(boxesIn(moof), 'traf')), 'tfdt');
	if (!tfdt || tfdt.length < (tfdt[0] === 1 ? 12 : 8)) return 0;
	return tfdt[0] === 1 ? Number(tfdt.readBigUInt64BE(4)) : tfdt.readUInt32BE(4);
}

function one(boxes: readonly Box[] | null, wanted: string): Buffer | undefined {
	return boxes?.find(({ type }) => type === wanted)?.content;
}

/** The boxes that fill these bytes exactly, or null when they do not. */
function boxesIn(bytes: Buffer | undefined): readonly Box[] | null {
	if (!bytes) return null;
	const boxes: Box[] = [];
	for (let at = 0; at < bytes.length;) {
		if (at + 8 > bytes.length) return null;
		const said = bytes.readUInt32BE(at);
		const isLong = said === 1 && at + 16 <= bytes.length;
		const head = isLong ? 16 : 8;
		const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : said || bytes.length - at;
		if (size < head || at + size > bytes.length || boxes.length === mostParts) return null;
		const type = bytes.toString('latin1', at + 4, at + 8);
		boxes.push({ type, content: bytes.subarray(at + head, at + size) });
		at += size;
	}
	return boxes;
}
