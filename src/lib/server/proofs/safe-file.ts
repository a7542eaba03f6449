import { sniff } from '#lib/server/proofs/file-type.ts';
import { reencode, type SafeImage } from '#lib/server/proofs/image.ts';
import { maxBytes } from '#lib/server/proofs/image-limits.ts';
import { rebuild, type SafePdf } from '#lib/server/proofs/pdf.ts';
import type { RefusedFile } from '#lib/server/proofs/refused-file.ts';

/** What may be kept and shown of an upload: a photo drawn anew, or a paper put together anew. */
export type SafeFile = SafeImage | SafePdf;

/** Makes of an uploaded file what may be kept of it; what it is, its content says. */
export async function safeFileOf(bytes: Uint8Array): Promise<SafeFile | RefusedFile> {
	if (bytes.length > maxBytes) return { ok: false, reason: 'too-large' };
	return sniff(bytes) === 'pdf' ? rebuild(bytes) : reencode(bytes);
}
