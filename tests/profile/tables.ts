import { unsnappy, varint } from './snappy.ts';

const magic = Buffer.from('57fb808b247547db', 'hex');
const footerLength = 48;

/** The blocks of a table of LevelDB (leveldb, table_format.md), unpacked: a database packs what it moved there. */
export function blocksOf(file: Buffer): Uint8Array[] {
	if (file.length < footerLength || !file.subarray(-8).equals(magic)) return [];
	const footer = file.subarray(-footerLength);
	const [, afterOffset] = varint(footer, 0);
	const [, indexAt] = varint(footer, afterOffset);
	const index = blockAt(file, footer, indexAt);
	if (!index) return [];
	const blocks = handles(index).map((handle) => blockAt(file, handle, 0));
	return blocks.filter((block) => block !== null);
}

function blockAt(file: Buffer, handle: Uint8Array, at: number): Uint8Array | null {
	const [offset, next] = varint(handle, at);
	const [size] = varint(handle, next);
	if (offset + size >= file.length) return null;
	const bytes = file.subarray(offset, offset + size);
	return file[offset + size] === 1 ? unsnappy(bytes) : bytes;
}

/** The values of an index: where each block is. */
function handles(index: Uint8Array): Uint8Array[] {
	const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
	const restarts = view.getUint32(index.length - 4, true);
	const end = index.length - 4 - restarts * 4;
	const values: Uint8Array[] = [];
	for (let at = 0; at < end;) {
		const [, afterShared] = varint(index, at);
		const [own, afterOwn] = varint(index, afterShared);
		const [length, start] = varint(index, afterOwn);
		values.push(index.subarray(start + own, start + own + length));
		at = start + own + length;
	}
	return values;
}
