import { existsSync } from 'node:fs';
import * as v from 'valibot';
import * as confined from '#lib/server/outside/confined-process.ts';
import type { FileType } from '#lib/server/proofs/file-type.ts';
import { maxBytes } from '#lib/server/proofs/image-limits.ts';

/** The program, and how long it may take by the clock in milliseconds. */
export interface Decoder {
	readonly path: string;
	readonly longestMs: number;
}

const nodeOptions = ['--max-old-space-size=96'];

/** Runs the decoder on one file, confined. A file that kills it is an answer; a decoder that does not work throws. */
export async function decode(
	type: FileType,
	bytes: Uint8Array,
	{ path, longestMs }: Decoder,
): Promise<confined.Ended> {
	if (!existsSync(path)) throw new Error(`There is no decoder at ${path}`);
	return confined.run({ ...programOf(path, type), longestMs }, bytes);
}

/** How a decoder is started, but for the time it gets. */
export function programOf(path: string, type: FileType): Omit<confined.Program, 'longestMs'> {
	return {
		name: `${type} decoder`,
		path: process.execPath,
		args: [...nodeOptions, path, type],
		mostOutputBytes: maxBytes + 1024,
	};
}

/** The two parts of an answer: what the decoder says, in a line, and the file. Throws when that is no such line. */
export function answerIn<S extends v.GenericSchema>(
	output: Buffer,
	schema: S,
): { readonly said: v.InferOutput<S>; readonly file: Buffer } {
	const end = output.indexOf('\n');
	const said = v.parse(schema, JSON.parse(output.subarray(0, Math.max(end, 0)).toString()));
	return { said, file: output.subarray(end + 1) };
}
