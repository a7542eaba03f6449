import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { mostPages } from '#lib/server/proofs/pdf-limits.ts';
import { NotRebuildable } from '#lib/server/proofs/pdf-problem.ts';

/** What a page has from the nodes above it when it does not say so itself (ISO 32000-2, 7.7.3.4). */
const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

/** A page: what it says itself, and what it inherits. */
export type Page = ReadonlyMap<string, PDFObject>;

interface Node {
	readonly ref: PDFObject | undefined;
	readonly above: Page;
}

/** More nodes than this hold up a tree of ten pages only to make it hard to read. */
const mostNodes = 1000;

/** The pages in the order in which they are read; a tree that loops or does not end is damaged. */
export function pagesOf(source: PDFContext): readonly Page[] {
	const catalog = source.lookup(source.trailerInfo.Root);
	if (!(catalog instanceof PDFDict)) throw new NotRebuildable('damaged');
	const pages: Page[] = [];
	const seen = new Set<PDFObject>();
	const waiting: Node[] = [{ ref: catalog.get(PDFName.of('Pages')), above: new Map() }];
	for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
		const dict = source.lookup(node.ref);
		if (!(dict instanceof PDFDict) || seen.has(dict) || seen.size >= mostNodes) {
			throw new NotRebuildable('damaged');
		}
		seen.add(dict);
		const kids = dict.lookup(PDFName.of('Kids'));
		if (kids instanceof PDFArray) {
			const above = withOwn(node.above, dict, inherited);
			if (kids.size() > mostNodes) throw new NotRebuildable('too-many-pages');
			waiting.push(
				...kids
					.asArray()
					.toReversed()
					.map((ref) => ({ ref, above })),
			);
		} else {
			pages.push(withOwn(node.above, dict, [...inherited, 'Contents', 'Group']));
			if (pages.length > mostPages) throw new NotRebuildable('too-many-pages');
		}
	}
	if (pages.length === 0) throw new NotRebuildable('damaged');
	return pages;
}

function withOwn(above: Page, dict: PDFDict, keys: readonly string[]): Page {
	const own = keys.flatMap((key) => {
		const value = dict.get(PDFName.of(key));
		return value ? [[key, value] as const] : [];
	});
	return new Map([...above, ...own]);
}
