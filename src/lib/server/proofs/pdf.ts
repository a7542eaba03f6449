import { join } from 'node:path';
import * as v from 'valibot';
import { longestMs } from '#lib/server/outside/confinement.ts';
import { isBarePdf } from '#lib/server/proofs/bare-pdf.ts';
import { answerIn, decode } from '#lib/server/proofs/decoder-process.ts';
import { mostPages, notRebuiltReasons } from '#lib/server/proofs/pdf-limits.ts';
import type { RefusedFile } from '#lib/server/proofs/refused-file.ts';

/** A paper put together anew by us: of the uploaded PDF only what draws its pages is left in it. */
export interface SafePdf {
	readonly ok: true;
	readonly bytes: Buffer;
	readonly pageCount: number;
	readonly contentType: 'application/pdf';
}

const head = v.variant('ok', [
	v.strictObject({
		ok: v.literal(true),
		pageCount: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostPages)),
	}),
	v.strictObject({ ok: v.literal(false), reason: v.picklist(notRebuiltReasons) }),
]);

/**
 * Makes an uploaded PDF safe to keep and hand out (OWASP ASVS 5.0, V5): its pages are copied, key by key, into a new
 * document in a process of its own, without scripts, actions, links, forms, attachments, layers and metadata, and its
 * photos are drawn anew. A paper that cannot be taken is a value; throws only when the rebuilding itself is broken.
 */
export async function rebuild(
	bytes: Uint8Array,
	rebuilder: { readonly path?: string; readonly longestMs?: number } = {},
): Promise<SafePdf | RefusedFile> {
	const answer = await decode('pdf', bytes, {
		path: rebuilder.path ?? join(process.cwd(), 'src/lib/server/proofs/pdf-rebuilder.ts'),
		longestMs: rebuilder.longestMs ?? longestMs,
	});
	if (answer.ended === 'took-too-long') return { ok: false, reason: 'took-too-long' };
	if (answer.ended === 'crashed') return { ok: false, reason: 'damaged' };
	const { said, file } = answerIn(answer.output, head);
	if (!said.ok) return said;
	// As with photos: whoever holds a broken-in rebuilder chooses its answer, so that is looked at.
	if (!(await isBarePdf(file, said.pageCount))) {
		throw new Error('The rebuilding gave back something else than a bare paper');
	}
	return { ok: true, bytes: file, pageCount: said.pageCount, contentType: 'application/pdf' };
}
