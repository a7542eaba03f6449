import type { ImageType } from '#lib/server/proofs/image-limits.ts';

/** A photo of this kind, or a paper. */
export type FileType = ImageType | 'pdf';

/** The kind of file the first bytes say it is, whatever its name or declared type; null for all we do not take. */
export function sniff(bytes: Uint8Array): FileType | null {
	if (at(bytes, 0, '\xff\xd8\xff')) return 'jpeg';
	if (at(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png';
	if (at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP')) return 'webp';
	if (at(bytes, 0, '%PDF-')) return 'pdf';
	return isHeif(bytes) ? 'heif' : null;
}

/** A picture or paper of a kind we do not take (GIF, AVIF, TIFF, BMP, SVG): worth another sentence. */
export function isOtherKind(bytes: Uint8Array): boolean {
	const starts = ['GIF8', 'II*\0', 'MM\0*', 'BM'];
	if (at(bytes, 4, 'ftyp') || starts.some((start) => at(bytes, 0, start))) return true;
	return /^\s*<(\?xml|svg|!doctype svg)\b/i.test(
		Buffer.from(bytes.subarray(0, 256)).toString('latin1'),
	);
}

const heifBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1']);
const otherBrands = ['avif', 'avis'];

/** Its first box (`ftyp`, ISO/IEC 14496-12, 4.3) names HEIC and not AVIF, which is built the same way. */
function isHeif(bytes: Uint8Array): boolean {
	if (!at(bytes, 4, 'ftyp')) return false;
	const start = Buffer.from(bytes.subarray(0, 256));
	const box = start.toString('latin1', 0, start.readUInt32BE(0));
	const [main = '', , ...compatible] = box.slice(8).match(/[^]{4}/g) ?? [];
	return heifBrands.has(main) && !otherBrands.some((brand) => compatible.includes(brand));
}

function at(bytes: Uint8Array, offset: number, text: string): boolean {
	const part = Buffer.from(bytes.subarray(offset, offset + text.length));
	return part.equals(Buffer.from(text, 'latin1'));
}
