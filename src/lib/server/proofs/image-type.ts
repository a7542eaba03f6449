import type { ImageType } from '#lib/server/proofs/image-limits.ts';

/** The kind of photo the first bytes say it is, whatever its name or declared type; null for all we do not take. */
export function sniff(bytes: Uint8Array): ImageType | null {
	if (at(bytes, 0, '\xff\xd8\xff')) return 'jpeg';
	if (at(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png';
	if (at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP')) return 'webp';
	return null;
}

/** A picture or paper of a kind we do not take (GIF, HEIC, AVIF, TIFF, BMP, SVG, PDF): worth another sentence. */
export function isOtherKind(bytes: Uint8Array): boolean {
	const starts = ['GIF8', 'II*\0', 'MM\0*', 'BM', '%PDF-'];
	if (at(bytes, 4, 'ftyp') || starts.some((start) => at(bytes, 0, start))) return true;
	return /^\s*<(\?xml|svg|!doctype svg)\b/i.test(
		Buffer.from(bytes.subarray(0, 256)).toString('latin1'),
	);
}

function at(bytes: Uint8Array, offset: number, text: string): boolean {
	const part = Buffer.from(bytes.subarray(offset, offset + text.length));
	return part.equals(Buffer.from(text, 'latin1'));
}
