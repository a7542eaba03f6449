import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import type { Copy } from '#lib/server/proofs/pdf-copy.ts';
import type { Page } from '#lib/server/proofs/pdf-pages.ts';

/** A4 in points, for a page that does not say how large it is. */
const a4 = [0, 0, 595, 842];

/** Writes a new document with these pages, flat under one node, and nothing else in its catalog. */
export function addPages(target: PDFContext, copy: Copy, pages: readonly Page[]) {
	const tree = target.nextRef();
	const kids = PDFArray.withContext(target);
	for (const page of pages) {
		const dict = PDFDict.withContext(target);
		dict.set(PDFName.of('Type'), PDFName.of('Page'));
		dict.set(PDFName.of('Parent'), tree);
		dict.set(PDFName.of('MediaBox'), target.obj(a4));
		for (const [key, value] of page) {
			const kept = copy.valueOf(key, value);
			if (kept) dict.set(PDFName.of(key), kept);
		}
		kids.push(target.register(dict));
	}
	const Count = PDFNumber.of(pages.length);
	target.assign(tree, target.obj({ Type: 'Pages', Kids: kids, Count }));
	target.trailerInfo.Root = target.register(target.obj({ Type: 'Catalog', Pages: tree }));
}
