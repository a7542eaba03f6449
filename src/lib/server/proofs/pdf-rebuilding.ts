import { PDFContext, PDFParser, PDFWriter } from '@cantoo/pdf-lib';
import { isBarePdf } from '#lib/server/proofs/bare-pdf.ts';
import { maxBytes } from '#lib/server/proofs/image-limits.ts';
import { Copy } from '#lib/server/proofs/pdf-copy.ts';
import type { NotRebuilt, Rebuilt } from '#lib/server/proofs/pdf-limits.ts';
import { pagesOf } from '#lib/server/proofs/pdf-pages.ts';
import { NotRebuildable } from '#lib/server/proofs/pdf-problem.ts';
import { pack } from '#lib/server/proofs/pdf-pack.ts';
import { addPages } from '#lib/server/proofs/pdf-page-tree.ts';

export interface Rebuilding {
	readonly head: Rebuilt | NotRebuilt;
	readonly pdf: Uint8Array;
}

/** Reads a PDF and writes a new one with what draws its pages, and nothing else. */
export async function rebuilt(bytes: Buffer): Promise<Rebuilding> {
	try {
		return await newFrom(bytes);
	} catch (problem) {
		const reason = problem instanceof NotRebuildable ? problem.reason : 'damaged';
		return { head: { ok: false, reason }, pdf: new Uint8Array() };
	}
}

async function newFrom(bytes: Buffer): Promise<Rebuilding> {
	// What was cut off has lost its end; readers look for it in the last kilobyte.
	if (!bytes.subarray(-1024).includes('%%EOF')) throw new NotRebuildable('damaged');
	const source = await PDFParser.forBytesWithOptions(bytes, Infinity).parseDocument();
	if (source.trailerInfo.Encrypt) throw new NotRebuildable('locked');
	const pages = pagesOf(source);
	const target = PDFContext.create();
	const copy = new Copy(source, target);
	addPages(target, copy, pages);
	await pack(target, copy.waiting);
	const pdf = await PDFWriter.forContext(target, Infinity).serializeToBuffer();
	if (pdf.length > maxBytes) throw new NotRebuildable('too-large');
	// The portal looks again and takes what is otherwise for a break-in: what is only odd is given back as damaged.
	if (!(await isBarePdf(Buffer.from(pdf), pages.length))) throw new NotRebuildable('damaged');
	return { head: { ok: true, pageCount: pages.length }, pdf };
}
