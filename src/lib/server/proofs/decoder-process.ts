import { execFile, type ExecFileException } from 'node:child_process';
import { existsSync } from 'node:fs';
import { confinement } from '#lib/server/proofs/confinement.ts';
import { type ImageType, maxBytes } from '#lib/server/proofs/image-limits.ts';
import { queue } from '#lib/server/proofs/queue.ts';

export type DecoderAnswer =
	| { readonly ended: 'answered'; readonly output: Buffer }
	| { readonly ended: 'crashed' }
	| { readonly ended: 'took-too-long' };

/** The program, and how long it may take by the clock in milliseconds. */
export interface Decoder {
	readonly path: string;
	readonly longestMs: number;
}

const nodeOptions = ['--max-old-space-size=96'];
const twoAtOnce = queue(2);

/**
 * Runs the decoder on one photo in a process of its own, without environment and within limits, two at most at a
 * time. A photo that kills it is an answer; a decoder that does not work at all throws.
 */
export async function decode(
	type: ImageType,
	bytes: Uint8Array,
	decoder: Decoder,
): Promise<DecoderAnswer> {
	if (!existsSync(decoder.path)) throw new Error(`There is no photo decoder at ${decoder.path}`);
	return twoAtOnce(() => run(type, bytes, decoder));
}

async function run(
	type: ImageType,
	bytes: Uint8Array,
	{ path, longestMs }: Decoder,
): Promise<DecoderAnswer> {
	const { command } = await confinement();
	const [program, ...rest] = [...command, process.execPath];
	return new Promise((resolve, reject) => {
		const child = execFile(
			program,
			[...rest, ...nodeOptions, path, type],
			{
				env: {},
				encoding: 'buffer',
				maxBuffer: maxBytes + 1024,
				timeout: longestMs,
				killSignal: 'SIGKILL',
			},
			(problem, output, errors) => {
				const ended = problem && endOf(problem);
				if (problem === null) resolve({ ended: 'answered', output });
				else if (ended) resolve({ ended });
				else
					reject(new Error(`The photo decoder failed: ${errors.toString()}`, { cause: problem }));
			},
		);
		// A decoder that stops before it has read everything closes the pipe; its exit says what happened.
		child.stdin?.on('error', () => undefined);
		child.stdin?.end(bytes);
	});
}

function endOf(problem: ExecFileException): 'crashed' | 'took-too-long' | null {
	if (typeof problem.code === 'string') return null;
	if (problem.killed || problem.signal === 'SIGXCPU') return 'took-too-long';
	return problem.signal ? 'crashed' : null;
}
