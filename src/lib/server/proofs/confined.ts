/** What the programs have in common that read uploads in a process of their own. */
import sharp from 'sharp';

/** Keeps sharp to the three kinds of photo that it should read, so that no SVG or TIFF gets in; one at a time. */
export function allowPhotosOnly() {
	sharp.block({ operation: ['VipsForeignLoad'] });
	sharp.unblock({
		operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'],
	});
	sharp.concurrency(1);
	sharp.cache(false);
}

/** Everything that was handed to this program. */
export async function standardInput(): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) chunks.push(chunk);
	return Buffer.concat(chunks);
}
