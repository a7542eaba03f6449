import { join } from 'node:path';
import * as v from 'valibot';
import { isBareJpeg } from '#lib/server/proofs/bare-jpeg.ts';
import { longestMs } from '#lib/server/outside/confinement.ts';
import { answerIn, decode } from '#lib/server/proofs/decoder-process.ts';
import { longestSide, maxBytes } from '#lib/server/proofs/image-limits.ts';
import { isOtherKind, sniff } from '#lib/server/proofs/file-type.ts';
import type { RefusedFile } from '#lib/server/proofs/refused-file.ts';

/** A photo drawn anew by us: nothing of the uploaded bytes is left in it but the picture. */
export interface SafeImage {
	readonly ok: true;
	readonly bytes: Buffer;
	readonly width: number;
	readonly height: number;
	readonly contentType: 'image/jpeg';
}

const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestSide));
const head = v.variant('ok', [
	v.strictObject({ ok: v.literal(true), width: side, height: side }),
	v.strictObject({ ok: v.literal(false), reason: v.picklist(['damaged', 'too-many-pixels']) }),
]);

/**
 * Makes an uploaded photo safe to keep and show (OWASP ASVS 5.0, V5): its type is told by its content, and it is
 * decoded in full and encoded anew as JPEG (upright, sRGB, longest side 2560 pixels, no metadata) in a process of its
 * own. A photo that cannot be taken is a value; throws only when the decoder itself is broken.
 */
export async function reencode(
	bytes: Uint8Array,
	decoder: { readonly path?: string; readonly longestMs?: number } = {},
): Promise<SafeImage | RefusedFile> {
	if (bytes.length === 0) return refused('empty');
	if (bytes.length > maxBytes) return refused('too-large');
	const type = sniff(bytes);
	if (type === null || type === 'pdf')
		return refused(isOtherKind(bytes) ? 'unsupported-type' : 'not-an-image');
	const answer = await decode(type, bytes, {
		path: decoder.path ?? defaultDecoderPath(),
		longestMs: decoder.longestMs ?? longestMs,
	});
	if (answer.ended === 'took-too-long') return refused('took-too-long');
	if (answer.ended === 'crashed') return refused('damaged');
	return imageIn(answer.output);
}

/** Whoever holds a broken-in decoder chooses its answer, so that is not believed but looked at. */
function imageIn(output: Buffer): SafeImage | RefusedFile {
	const { said, file } = answerIn(output, head);
	if (!said.ok) return said;
	if (!isBareJpeg(file)) throw new Error('The photo decoder gave back something else than a photo');
	return { ...said, bytes: file, contentType: 'image/jpeg' };
}

function refused(reason: RefusedFile['reason']): RefusedFile {
	return { ok: false, reason };
}

/** The program stands in the source, also when this file runs from the build: only the start folder is the same. */
function defaultDecoderPath(): string {
	return join(process.cwd(), 'src/lib/server/proofs/decoder.ts');
}
