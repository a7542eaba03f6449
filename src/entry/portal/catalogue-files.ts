import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue, Catalogues } from '../../lib/languages/catalogue.ts';
import { allowances } from '../../lib/languages/catalogue/allowances.ts';
import { languagesOffered } from '../../lib/languages/languages.ts';
import type { Reviews } from '../../lib/languages/review.ts';
import type { SheetLanguage, Texts } from '../../lib/languages/sheet/standing.ts';
import { writeDurably } from '../../lib/server/crypto/durable-file.ts';

/** The catalogues and reviews of a folder, as they stand on disk now; those of the code are of when it was built. */
export async function readTexts(folder: string): Promise<Texts> {
	const read = async (name: string) =>
		JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as unknown;
	const all = await Promise.all(languagesOffered.map(async (tag) => [tag, await read(tag)]));
	const reviews = (await read('review')) as Reviews;
	return { catalogues: Object.fromEntries(all) as Catalogues, reviews, allowances };
}

/**
 * Writes what changed, each file whole. A review holds for a text by its hash, so whichever of the two files a power cut
 * leaves behind, no text is taken for approved that was not; bringing in the same spreadsheet again completes it.
 */
export async function writeTexts(
	folder: string,
	before: Texts,
	language: SheetLanguage,
	after: { readonly catalogue: Catalogue; readonly reviews: Reviews },
): Promise<void> {
	const write = (name: string, content: object) =>
		writeDurably(
			join(folder, `${name}.json`),
			Buffer.from(`${JSON.stringify(content, null, '\t')}\n`),
			'replace',
			0o644,
		);
	if (after.catalogue !== before.catalogues[language]) await write(language, after.catalogue);
	if (after.reviews !== before.reviews) await write('review', after.reviews);
}
