import { existsSync } from 'node:fs';
import * as confined from '#lib/server/outside/confined-process.ts';
import { type ImageType, maxBytes } from '#lib/server/proofs/image-limits.ts';

/** The program, and how long it may take by the clock in milliseconds. */
export interface Decoder {
	readonly path: string;
	readonly longestMs: number;
}

const nodeOptions = ['--max-old-space-size=96'];

/** Runs the decoder on one photo, confined. A photo that kills it is an answer; a decoder that does not work throws. */
export async function decode(
	type: ImageType,
	bytes: Uint8Array,
	{ path, longestMs }: Decoder,
): Promise<confined.Ended> {
	if (!existsSync(path)) throw new Error(`There is no photo decoder at ${path}`);
	const program = {
		name: 'photo decoder',
		path: process.execPath,
		args: [...nodeOptions, path, type],
		longestMs,
		mostOutputBytes: maxBytes + 1024,
	};
	return confined.run(program, bytes);
}
